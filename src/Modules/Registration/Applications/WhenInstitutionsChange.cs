using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Applications;

/// <summary>The register of institutions changes: applications and accounts follow whom they belong to now (R10-1).</summary>
internal sealed class WhenInstitutionsChange(GovDbContext db, ITimeline timeline) : INotificationHandler<InstitutionsChanged>
{
    private const int AtOnce = 500;

    public async Task Handle(InstitutionsChanged notification, CancellationToken cancellationToken)
    {
        foreach (var some in notification.Institutions.Chunk(AtOnce))
        {
            var changed = some.ToDictionary(c => c.Now.Id);
            Guid[] ids = [.. changed.Keys];
            foreach (var application in await db.Set<RegistrationApplication>()
                .Where(a => ids.Contains(a.InstitutionId)).ToListAsync(cancellationToken))
            {
                if (application.Follow(changed[application.InstitutionId]) is { Count: > 0 } words)
                {
                    timeline.Add(application.Id, "机构名录调整", string.Join("；", words) + "。", 10);
                }
            }
            foreach (var account in await db.Set<WeChatAccount>().Where(a => ids.Contains(a.InstitutionId)).ToListAsync(cancellationToken))
            {
                account.Follow(changed[account.InstitutionId].Now);
            }
        }
    }
}
