using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval.Decide;

/// <summary>
/// 总行审批. Of two approvers at once the slower one's save fails on the version; the pipeline asks again, and then the state
/// says who was first.
/// </summary>
internal sealed class DecideApprovalHandler(
    GovDbContext db, CurrentPerson me, TimeProvider clock, IPublisher publisher, IWorkItems workItems, ITimeline timeline,
    AuditDraft audit) : ICommandHandler<DecideApproval.Command, DecideApproval.Result>
{
    public async Task<Outcome<DecideApproval.Result>> Handle(DecideApproval.Command command, CancellationToken cancellationToken)
    {
        var approval = await db.Set<ApprovalCase>().Include(a => a.Contributors)
            .SingleOrDefaultAsync(a => a.Id == command.ApprovalId, cancellationToken);
        if (approval is null)
        {
            return Outcome.NotFound;
        }
        audit.SubjectId = approval.SubjectId;
        audit.Detail = $"{command.Verdict.Chinese()}：{approval.Title}";

        var authority = Rules.Check(
            ApprovalRules.DecidedByHeadOffice(me),                                  // 第七条
            FourEyes.Check(me.Id, approval.ContributorIds, "审批"));                // 第七条
        if (authority.Any)
        {
            return new Refusal(RefusalKind.Forbidden, authority.Breaches);
        }
        if (!approval.IsPending)
        {
            return approval.TooLate();
        }
        if (approval.Version != command.Version)
        {
            return Outcome.Stale(approval.Version);
        }

        var deciding = new Deciding(approval.SubjectKind, approval.SubjectId, command.Verdict, command.Comments ?? [], []);
        await publisher.Publish(deciding, cancellationToken);
        var check = Rules.Check([.. deciding.Breaches]);
        if (check.Any)
        {
            return check;
        }
        await Decide(approval, command, cancellationToken);
        return new DecideApproval.Result(approval.Id, approval.SubjectId, command.Verdict);
    }

    private async Task Decide(ApprovalCase approval, DecideApproval.Command command, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var opinion = command.Opinion?.Trim() ?? "";
        var comments = command.Comments ?? [];
        approval.Decide(command.Verdict, opinion, comments, me, now);
        await workItems.Close(approval.SubjectId, Approvals.WorkItemKind, command.Verdict.Chinese(), cancel);
        timeline.Add(approval.SubjectId, "总行审批" + command.Verdict.Chinese(), Said(opinion, comments.Count), 7);
        await publisher.Publish(
            new Decided(approval.SubjectKind, approval.SubjectId, command.Verdict, opinion, comments, me, now), cancel);
    }

    private static string Said(string opinion, int comments) =>
        comments == 0 ? opinion
        : opinion.Length == 0 ? $"有 {comments} 处需要修改，见各栏目的意见。"
        : $"{opinion}（另有 {comments} 处需要修改，见各栏目的意见）";
}
