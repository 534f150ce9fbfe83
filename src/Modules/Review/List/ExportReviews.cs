using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;

namespace WeChatBankGov.Review.List;

/// <summary>导出形象设计审核: exactly what is filtered, in the order of the list, all of it. A command, because the export itself is an entry.</summary>
internal static class ExportReviews
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(ReviewPermissions.Read)]
    [AuditedAs("导出形象设计审核")]
    internal sealed record Command(ListReviews.Query List) : ICommand<Table>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            audit.Detail = Table.Range(("含", list.Search), ("状态", list.State?.Chinese()));
            return Task.FromResult<Outcome<Table>>(Table.Of("形象设计审核", Columns, contexts,
                db => ListReviews.Items(db.Set<VisualIdentityReview>().WithinReachOf(me), list)));
        }
    }

    private static readonly Column<ListReviews.Item>[] Columns =
    [
        new("事项", r => r.Title), new("账号形式", r => r.Form.Chinese()), new("申请机构", r => r.InstitutionName), new("审核部门", r => r.AssignedTo),
        new("状态", r => r.State.Chinese()), new("送审时间（北京时间）", r => Table.Moment(r.OpenedAt)),
        new("完成时间（北京时间）", r => Table.Moment(r.FinishedAt)), new("审核人", r => r.FinishedByName),
    ];
}
