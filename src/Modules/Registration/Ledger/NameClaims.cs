using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>Takes and gives back what an application holds: its name, and its branch's one place (R06-2).</summary>
internal sealed class NameClaims(GovDbContext db)
{
    /// <summary>Holds what the application needs now; what it held under another name is given back.</summary>
    public async Task Hold(RegistrationApplication application, CancellationToken cancel)
    {
        var held = await db.Set<NameClaim>().Where(c => c.ApplicationId == application.Id).ToListAsync(cancel);
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
        db.RemoveRange(await db.Set<NameClaim>().Where(c => c.ApplicationId == applicationId).ToListAsync(cancel));
}
