using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.List;

/// <summary>导出注册申请: exactly what is filtered, in the order of the list, all of it. A command, because the export itself is an entry.</summary>
internal static class ExportApplications
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(RegistrationPermissions.Read)]
    [AuditedAs("导出注册申请")]
    internal sealed record Command(ListApplications.Query List) : ICommand<Table>;

    internal sealed class Handler(IDbContextFactory<GovDbContext> contexts, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            audit.Detail = Table.Range(
                ("含", list.Search), ("状态", list.State?.Chinese()), ("形式", list.AccountForm?.Chinese()), ("机构", list.InstitutionId?.ToString()),
                ("递交自", Table.Day(list.SubmittedFrom)), ("递交至", Table.Day(list.SubmittedTo)));
            return Task.FromResult<Outcome<Table>>(Table.Of("注册申请", Columns, contexts,
                db => ListApplications.Items(db.Set<RegistrationApplication>().VisibleTo(me), list)));
        }
    }

    private static readonly Column<ListApplications.Item>[] Columns =
    [
        new("申请编号", a => a.Number), new("账号名称", a => a.Name), new("账号形式", a => a.AccountForm.Chinese()),
        new("申请机构", a => a.InstitutionName), new("状态", a => a.State.Chinese()), new("递交日期", a => Table.Day(a.SubmittedOn)),
        new("计划注册日期", a => Table.Day(a.PlannedRegistrationDate)), new("最近更新（北京时间）", a => Table.Moment(a.UpdatedAt)),
    ];
}
