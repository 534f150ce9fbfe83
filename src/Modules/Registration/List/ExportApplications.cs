using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.List;

/// <summary>导出注册申请: exactly what is filtered, in its order. A command, because the export itself is an entry of the audit trail.</summary>
internal static class ExportApplications
{
    /// <summary>More than anybody reads in a spreadsheet; whoever needs more filters by day.</summary>
    public const int MostRows = 10_000;

    [Permission(RegistrationPermissions.Read)]
    [AuditedAs("导出注册申请")]
    internal sealed record Command(ListApplications.Query Filter) : ICommand<IAsyncEnumerable<string>>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, CurrentPerson me, AuditDraft audit)
        : ICommandHandler<Command, IAsyncEnumerable<string>>
    {
        public Task<Outcome<IAsyncEnumerable<string>>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Detail = "范围：" + Describe(command.Filter);
            return Task.FromResult(Outcome.Of(Rows(contexts, me, command.Filter, cancellationToken)));
        }
    }

    /// <summary>Read while they are sent, in a context of their own: the request's is done by then.</summary>
    private static async IAsyncEnumerable<string> Rows(
        IDbContextFactory<GovDbContext> contexts, CurrentPerson me, ListApplications.Query filter,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Csv.Row("申请编号", "账号名称", "账号形式", "申请机构", "状态", "递交日期", "计划注册日期", "最近更新（北京时间）");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var items = ListApplications.Items(db.Set<RegistrationApplication>().VisibleTo(me), filter).Take(MostRows);
        await foreach (var a in items.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return Csv.Row(a.Number, a.Name, a.AccountForm.Chinese(), a.InstitutionName, a.State.Chinese(),
                $"{a.SubmittedOn:yyyy-MM-dd}", $"{a.PlannedRegistrationDate:yyyy-MM-dd}", $"{BeijingTime.ToBeijing(a.UpdatedAt):yyyy-MM-dd HH:mm}");
        }
    }

    private static string Describe(ListApplications.Query filter)
    {
        string?[] parts =
        [
            filter.Search is null ? null : $"含“{(filter.Search.Length <= 60 ? filter.Search : filter.Search[..60] + "…")}”",
            filter.State?.Chinese(),
            filter.AccountForm?.Chinese(),
            filter.SubmittedFrom is null ? null : $"自 {filter.SubmittedFrom:yyyy-MM-dd}",
            filter.SubmittedTo is null ? null : $"至 {filter.SubmittedTo:yyyy-MM-dd}",
        ];
        var said = string.Join("、", parts.OfType<string>());
        return said.Length == 0 ? "全部" : said;
    }
}
