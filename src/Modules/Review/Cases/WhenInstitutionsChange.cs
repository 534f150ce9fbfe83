using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Review.Cases;

/// <summary>The register of institutions changes: whose list a review is in follows it (R10-1); who reviews it does not.</summary>
internal sealed class WhenInstitutionsChange(GovDbContext db) : INotificationHandler<InstitutionsChanged>
{
    private const int AtOnce = 500;

    public async Task Handle(InstitutionsChanged notification, CancellationToken cancellationToken)
    {
        foreach (var some in notification.Institutions.Chunk(AtOnce))
        {
            var changed = some.ToDictionary(c => c.Now.Id, c => c.Now);
            Guid[] ids = [.. changed.Keys];
            foreach (var review in await db.Set<VisualIdentityReview>().Where(x => ids.Contains(x.InstitutionId)).ToListAsync(cancellationToken))
            {
                var now = changed[review.InstitutionId];
                (review.ManagingBranchId, review.Tier1BranchId) = (now.ManagingBranchId, now.Tier1BranchId);
            }
        }
    }
}
