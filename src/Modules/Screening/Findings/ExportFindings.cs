using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.Screening.Findings;

/// <summary>导出命中: exactly what is filtered, in its order. A command, because the export itself is an entry of the audit trail.</summary>
internal static class ExportFindings
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(ScreeningPermissions.Read)]
    [AuditedAs("导出排查结果")]
    internal sealed record Command(ListFindings.Query List) : ICommand<IAsyncEnumerable<string?[]>>;

    internal sealed class Handler(GovDbContext db, IDbContextFactory<GovDbContext> contexts, CurrentPerson me, AuditDraft audit)
        : ICommandHandler<Command, IAsyncEnumerable<string?[]>>
    {
        public async Task<Outcome<IAsyncEnumerable<string?[]>>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await ListFindings.Findings(db, me, command.List, cancellationToken) is null)
            {
                return Outcome.NotFound;
            }
            audit.SubjectId = command.List.FileId;
            audit.Detail = "范围：" + Describe(command.List);
            return Outcome.Of(Rows(command.List, cancellationToken));
        }

        /// <summary>Read while it is sent, in a context of its own, for the request's is done by then.</summary>
        private async IAsyncEnumerable<string?[]> Rows(ListFindings.Query list, [EnumeratorCancellation] CancellationToken cancel)
        {
            yield return ["行号", "工号", "姓名", "机构", "管理分行", "账号类型", "项目", "原文", "字样", "命中的字符", "识破的变形", "结论", "说明", "与上次相比", "处理"];
            await using var own = await contexts.CreateDbContextAsync(cancel);
            if (await ListFindings.Findings(own, me, list, cancel) is not { } findings)
            {
                yield break;
            }
            await foreach (var finding in ListFindings.Sorted(findings, list.Sort).AsAsyncEnumerable().WithCancellation(cancel))
            {
                var f = ListFindings.ToItem(finding);
                yield return
                [
                    $"{f.Row}", f.EmployeeNumber, f.EmployeeName, f.InstitutionName, f.BranchName, f.Kind.Chinese(), f.Field.Chinese(), f.Text, f.Terms,
                    string.Join('、', f.Hits.Select(h => h.Matched)), f.Disguise, f.Level.Chinese(),
                    string.Join('、', f.Hits.Select(h => h.Reason).OfType<string>().Distinct()),
                    list.Gone ? "已消除" : f.Comparison.Chinese(), f.State.Chinese(),
                ];
            }
        }
    }

    private static string Describe(ListFindings.Query list)
    {
        string?[] parts =
        [
            list.Gone ? "已消除" : list.Comparison?.Chinese(), list.Level?.Chinese(), list.State?.Chinese(), list.Kind?.Chinese(),
            string.IsNullOrWhiteSpace(list.Term) ? null : $"字样“{list.Term.Trim()}”",
            list.BranchId is null ? null : "一个分行",
            string.IsNullOrWhiteSpace(list.Search) ? null : $"含“{(list.Search.Length <= 60 ? list.Search : list.Search[..60] + "…")}”",
        ];
        var said = string.Join("、", parts.OfType<string>());
        return said.Length == 0 ? "全部" : said;
    }
}
