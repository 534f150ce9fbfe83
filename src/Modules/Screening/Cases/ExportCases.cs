using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.Screening.Cases;

/// <summary>导出整改: exactly what is filtered, in the order of the list. A command, because the export itself is an entry.</summary>
internal static class ExportCases
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(ScreeningPermissions.ReadCases)]
    [AuditedAs("导出整改")]
    internal sealed record Command(ListCases.Query List) : ICommand<IAsyncEnumerable<string?[]>>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, IAsyncEnumerable<string?[]>>
    {
        public Task<Outcome<IAsyncEnumerable<string?[]>>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            string?[] parts = [list.State?.Chinese(), list.Overdue ? "已逾期" : null, list.BranchId is null ? null : "一个分行",
                string.IsNullOrWhiteSpace(list.Search) ? null : $"含“{list.Search.Trim()}”"];
            audit.Detail = "范围：" + (string.Join('、', parts.OfType<string>()) is { Length: > 0 } said ? said : "全部");
            return Task.FromResult(Outcome.Of(Rows(list, cancellationToken)));
        }

        /// <summary>Read while it is sent, in a context of its own, for the request's is done by then.</summary>
        private async IAsyncEnumerable<string?[]> Rows(ListCases.Query list, [EnumeratorCancellation] CancellationToken cancel)
        {
            yield return ["编号", "工号", "姓名", "机构", "管理分行", "账号类型", "项目", "原文", "字样", "状态", "是否逾期", "确认日期", "期限", "整改说明", "复核人", "完成日期"];
            var today = clock.BeijingToday();
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var cases = ListCases.Cases(db.Set<RectificationCase>().AsNoTracking().VisibleTo(me), list, today);
            await foreach (var c in cases.AsAsyncEnumerable().WithCancellation(cancel))
            {
                yield return
                [
                    c.Number, c.EmployeeNumber, c.EmployeeName, c.InstitutionName, c.ManagingBranchName, c.Kind.Chinese(), c.Field.Chinese(), c.Text, c.Terms,
                    c.State.Chinese(), c.IsOverdue(today) ? "是" : "否", $"{c.OpenedOn:yyyy-MM-dd}", $"{c.Due:yyyy-MM-dd}", c.Explanation, c.ClosedByName,
                    $"{c.ClosedOn:yyyy-MM-dd}",
                ];
            }
        }
    }
}
