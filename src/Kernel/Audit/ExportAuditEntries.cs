using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>导出操作日志: exactly what is filtered. A command, because the export itself is an entry.</summary>
internal static class ExportAuditEntries
{
    [Permission(AuditPermissions.Read)]
    [AuditedAs("导出操作日志")]
    internal sealed record Command(AuditFilter Filter) : ICommand<IAsyncEnumerable<string>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Filter).SetValidator(new AuditFilterValidator()).OverridePropertyName("Form");
    }

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, AuditDraft audit, TimeProvider clock)
        : ICommandHandler<Command, IAsyncEnumerable<string>>
    {
        public Task<Outcome<IAsyncEnumerable<string>>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Detail = "范围：" + command.Filter.Describe();
            return Task.FromResult(Outcome.Of(Rows(contexts, command.Filter, clock.UtcNow(), cancellationToken)));
        }
    }

    /// <summary>The lines, heading first, read while they are sent: in a context of their own, for the request's is done by then.</summary>
    private static async IAsyncEnumerable<string> Rows(
        IDbContextFactory<GovDbContext> contexts, AuditFilter filter, DateTime asOf,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Csv.Row("时间（北京）", "人员", "机构", "操作", "操作代码", "结果", "规则", "说明", "记录编号", "网络地址", "封存号");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var items = ListAuditEntries.Items(filter.Apply(db).Where(e => e.At <= asOf));
        await foreach (var e in items.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return Csv.Row(BeijingTime.ToBeijing(e.At).ToString("yyyy-MM-dd HH:mm:ss"), e.PersonName, e.InstitutionName,
                e.Title, e.Action, e.Result.Chinese(), e.Codes, e.Detail, e.SubjectId?.ToString(), e.Address, e.SealNumber?.ToString());
        }
    }
}
