using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Organisation.People;

internal sealed class PeopleRegister(GovDbContext db) : IPeople
{
    public async Task<CurrentPerson?> Find(string employeeNumber, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().Include(p => p.Institution)
            .SingleOrDefaultAsync(p => p.UserName == employeeNumber && p.IsActive, cancel);
        return person?.AsCurrent(person.Institution!);
    }
}
