using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Approval.Cases;

/// <summary>The register of institutions changes: whose list an approval is in follows it (R10-1).</summary>
internal sealed class WhenInstitutionsChange(GovDbContext db) : INotificationHandler<InstitutionsChanged>
{
    private const int AtOnce = 500;

    public async Task Handle(InstitutionsChanged notification, CancellationToken cancellationToken)
    {
        foreach (var some in notification.Institutions.Chunk(AtOnce))
        {
            var changed = some.ToDictionary(c => c.Now.Id, c => c.Now);
            Guid[] ids = [.. changed.Keys];
            foreach (var approval in await db.Set<ApprovalCase>().Where(x => ids.Contains(x.InstitutionId)).ToListAsync(cancellationToken))
            {
                var now = changed[approval.InstitutionId];
                (approval.ManagingBranchId, approval.Tier1BranchId) = (now.ManagingBranchId, now.Tier1BranchId);
            }
        }
    }
}
