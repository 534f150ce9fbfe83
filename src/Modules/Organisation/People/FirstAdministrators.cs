using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Seeding;

namespace WeChatBankGov.Organisation.People;

/// <summary>
/// The first two people of a new portal, who create all others: a system and a security administrator of the head office. Made
/// when the portal knows nobody and <c>FirstAdministrators:Password</c> is set; they choose passwords of their own at once.
/// </summary>
internal sealed class FirstAdministrators(
    GovDbContext db, IPasswordHasher<Person> passwords, ILookupNormalizer normalizer, IConfiguration configuration) : IPreparation
{
    private const string HeadOfficeCode = "000000";

    public async Task Prepare(CancellationToken cancel)
    {
        if (configuration["FirstAdministrators:Password"] is not { Length: > 0 } password || await db.Set<Person>().AnyAsync(cancel))
        {
            return;
        }
        var headOffice = await db.Set<Institution>().SingleOrDefaultAsync(i => i.Level == InstitutionLevel.HeadOffice, cancel) ?? NewHeadOffice();
        Add(headOffice, "SYS0001", "系统管理员", Duties.SystemAdministrator, password);
        Add(headOffice, "SEC0001", "安全管理员", Duties.SecurityAdministrator, password);
        await db.SaveChangesAsync(cancel);
    }

    private Institution NewHeadOffice()
    {
        var id = Guid.CreateVersion7();
        var headOffice = new Institution
        {
            Id = id,
            Code = HeadOfficeCode,
            Level = InstitutionLevel.HeadOffice,
            Name = "总行",
            ManagingBranchId = id,
        };
        db.Add(headOffice);
        return headOffice;
    }

    private void Add(Institution headOffice, string number, string name, Duties duties, string password)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = number,
            NormalizedUserName = normalizer.NormalizeName(number),
            Name = name,
            InstitutionId = headOffice.Id,
            Department = DepartmentKind.Administration,
            Duties = duties,
            LockoutEnabled = true,
            PasswordIsOneTime = true,
        };
        person.EndSignIns();
        person.PasswordHash = passwords.HashPassword(person, password);
        db.Add(person);
    }
}
