using System.Globalization;
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
    internal sealed record Command(AuditFilter Filter) : ICommand<Table>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Filter).SetValidator(new AuditFilterValidator()).OverridePropertyName("Form");
    }

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, AuditDraft audit, TimeProvider clock) : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Detail = "范围：" + command.Filter.Describe();
            var asOf = clock.UtcNow();
            return Task.FromResult<Outcome<Table>>(
                Table.Of("操作日志", Columns, contexts, db => ListAuditEntries.Items(command.Filter.Apply(db).Where(e => e.At <= asOf))));
        }
    }

    private static IReadOnlyList<Column<ListAuditEntries.Item>> Columns { get; } =
    [
        new("时间（北京）", e => BeijingTime.ToBeijing(e.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("人员", e => e.PersonName),
        new("机构", e => e.InstitutionName),
        new("操作", e => e.Title),
        new("操作代码", e => e.Action),
        new("结果", e => e.Result.Chinese()),
        new("规则", e => e.Codes),
        new("说明", e => e.Detail),
        new("记录编号", e => e.SubjectId?.ToString()),
        new("网络地址", e => e.Address),
        new("封存号", e => e.SealNumber?.ToString(CultureInfo.InvariantCulture)),
    ];
}
