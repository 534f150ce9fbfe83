using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>Takes and gives back what an application holds: its name, and its branch's one place (R06-2).</summary>
internal sealed class NameClaims(GovDbContext db, NameClaims.Statement statement)
{
    /// <summary>What each submission asks, compiled once for each host: a compiled query knows the model that it was made for.</summary>
    internal sealed class Statement
    {
        public Func<GovDbContext, Guid, IAsyncEnumerable<NameClaim>> Held { get; } =
            EF.CompileAsyncQuery((GovDbContext db, Guid application) => db.Set<NameClaim>().Where(c => c.ApplicationId == application));
    }

    /// <summary>Holds what the application needs now; what it held under another name is given back.</summary>
    public async Task Hold(RegistrationApplication application, CancellationToken cancel)
    {
        var held = await statement.Held(db, application.Id).ToListAsync(cancel);
        var wanted = SubmissionCheck.ClaimKeys(application).ToList();
        db.RemoveRange(held.Where(c => !wanted.Contains(c.Key)));
        db.AddRange(wanted.Except(held.Select(c => c.Key)).Select(key => new NameClaim
        {
            Key = key,
            ApplicationId = application.Id,
            Holder = $"申请 {application.Number}（{application.InstitutionName}）",
        }));
    }

    /// <summary>Gives everything back: the application was withdrawn, rejected, or its account revoked.</summary>
    public async Task Release(Guid applicationId, CancellationToken cancel) =>
        db.RemoveRange(await statement.Held(db, applicationId).ToListAsync(cancel));
}
