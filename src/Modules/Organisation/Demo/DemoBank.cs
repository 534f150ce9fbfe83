using Microsoft.AspNetCore.Identity;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation.Institutions.Import;

namespace WeChatBankGov.Organisation.Demo;

/// <summary>The demo bank's institutions and people.</summary>
internal sealed class DemoBank(
    GovDbContext db, IPasswordHasher<Person> passwords, ILookupNormalizer normalizer, BankOptions bank, GovSettings settings) : IDemoSeed
{
    public int Order => 0;

    public async Task Seed(CancellationToken cancel)
    {
        var institutions = RegisterPlan.Make([.. Rows.Value.Values], [], [], bank, settings).Added;
        db.AddRange(institutions);
        var byCode = institutions.ToDictionary(i => i.Code);
        string? hash = null;
        foreach (var demo in DemoPeople.All)
        {
            var person = new Person
            {
                UserName = demo.Number,
                NormalizedUserName = normalizer.NormalizeName(demo.Number),
                Name = demo.Name,
                InstitutionId = byCode[demo.InstitutionCode].Id,
                Department = demo.Department,
                Duties = demo.Duties,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            // One hash for all: it is one password, and hashing it for each would cost the first start seconds.
            person.PasswordHash = hash ??= passwords.HashPassword(person, DemoPeople.Password);
            db.Add(person);
        }
        await db.SaveChangesAsync(cancel);
    }

    internal static string NameOf(string code) => Rows.Value[code].Name;

    internal static InstitutionLevel LevelOf(string code) => Rows.Value[code].Level;

    private static readonly Lazy<Dictionary<string, InstitutionRow>> Rows = new(() => ReadRows().ToDictionary(r => r.Code));

    private static IEnumerable<InstitutionRow> ReadRows()
    {
        using var stream = typeof(DemoBank).Assembly.GetManifestResourceStream("demo-institutions.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = text.Split(',');
            yield return new(line, cells[0], Enum.Parse<InstitutionLevel>(cells[1]), cells[2], cells[3], cells[4], cells[5]);
        }
    }
}
