using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>Who applied for an account or recorded its verification: none of them confirms or revokes (R07-4).</summary>
internal sealed class AccountContributors(GovDbContext db)
{
    public async Task<IReadOnlyCollection<Guid>> Of(WeChatAccount account, CancellationToken cancel)
    {
        var people = await db.Set<Contributor>().Where(c => c.ApplicationId == account.ApplicationId)
            .Select(c => c.PersonId).ToListAsync(cancel);
        if (account.RecordedById is { } recorder)
        {
            people.Add(recorder);
        }
        return people;
    }

    /// <summary>Who recorded stays a contributor when somebody else corrects it, or the head office sends it back.</summary>
    public async Task Add(Guid applicationId, CurrentPerson person, CancellationToken cancel)
    {
        if (!await db.Set<Contributor>().AnyAsync(c => c.ApplicationId == applicationId && c.PersonId == person.Id, cancel))
        {
            db.Add(new Contributor { ApplicationId = applicationId, PersonId = person.Id, PersonName = person.Name });
        }
    }
}

/// <summary>The same for the inbox. Who recorded is among the application's contributors ever since they recorded.</summary>
internal sealed class AccountContributions : IContributions
{
    public Expression<Func<GovDbContext, Guid, Guid, bool>> Contributed { get; } = (db, subject, person) =>
        db.Set<WeChatAccount>().Any(a => a.Id == subject && db.Set<Contributor>().Any(c => c.ApplicationId == a.ApplicationId && c.PersonId == person));
}
