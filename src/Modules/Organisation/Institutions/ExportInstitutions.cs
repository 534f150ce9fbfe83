using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>导出机构名录: exactly what is filtered, in the order of the list, all of it. A command, because the export itself is an entry.</summary>
internal static class ExportInstitutions
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(OrganisationPermissions.ReadInstitutions)]
    [AuditedAs("导出机构名录")]
    internal sealed record Command(ListInstitutions.Query List) : ICommand<Table>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, AuditDraft audit) : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            audit.Detail = Table.Range(
                ("含", list.Search), ("层级", list.Level?.Chinese()), ("上级机构", list.Parent), ("地名", list.Unsettled ? "待定" : null));
            return Task.FromResult<Outcome<Table>>(Table.Of("机构名录", Columns, contexts, db => ListInstitutions.Items(db.Set<Institution>(), list)));
        }
    }

    private static readonly Column<ListInstitutions.Item>[] Columns =
    [
        new("机构代码", i => i.Code), new("名称", i => i.Name), new("层级", i => i.Level.Chinese()), new("地名", i => i.PlaceName),
        new("地名待定", i => i.PlaceNameUnsettled ? "是" : "否"), new("上级机构代码", i => i.ParentCode), new("上级机构", i => i.ParentName),
    ];
}
