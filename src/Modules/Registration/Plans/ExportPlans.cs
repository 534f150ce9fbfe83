using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Plans;

/// <summary>导出规划: exactly what is filtered, in the order of the list, all of it. A command, because the export itself is an entry.</summary>
internal static class ExportPlans
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(RegistrationPermissions.ReadPlans)]
    [AuditedAs("导出规划")]
    internal sealed record Command(ListPlans.Query List) : ICommand<Table>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            audit.Detail = Table.Range(("含", list.Search), ("类别", list.Kind?.Chinese()), ("效力", list.InForce ? "现行有效" : null));
            var today = clock.BeijingToday();
            return Task.FromResult<Outcome<Table>>(Table.Of("规划", Columns, contexts, db => ListPlans.Items(db.Set<Plan>(), list, today)));
        }
    }

    private static readonly Column<ListPlans.Item>[] Columns =
    [
        new("类别", p => p.Kind.Chinese()), new("规划名称", p => p.Title), new("文号", p => p.DocumentNumber), new("发布机构", p => p.InstitutionName),
        new("生效日期", p => Table.Day(p.EffectiveFrom)), new("失效日期", p => Table.Day(p.EffectiveTo)), new("废止日期", p => Table.Day(p.RepealedOn)),
        new("现行有效", p => p.IsInForce ? "是" : "否"), new("发布人", p => p.PublishedBy), new("内容摘要", p => p.Summary),
    ];
}
