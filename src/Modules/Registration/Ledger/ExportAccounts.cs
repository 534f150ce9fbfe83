using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>导出账号台账: exactly what is filtered, in the order of the list, all of it. A command, because the export itself is an entry.</summary>
internal static class ExportAccounts
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(RegistrationPermissions.ReadLedger)]
    [AuditedAs("导出账号台账")]
    internal sealed record Command(ListAccounts.Query List) : ICommand<Table>;

    internal sealed class Handler(
        IDbContextFactory<GovDbContext> contexts, CurrentPerson me, TimeProvider clock, IRuleSwitches switches, AuditDraft audit)
        : ICommandHandler<Command, Table>
    {
        public Task<Outcome<Table>> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = command.List;
            audit.Detail = Table.Range(
                ("名称或ID", list.Search), ("状态", list.State?.Chinese()), ("形式", list.Form?.Chinese()),
                ("机构", list.Institution ?? list.InstitutionId?.ToString()));
            var (now, lapseIsOn) = (clock.UtcNow(), switches.IsOn("R07-7"));
            return Task.FromResult<Outcome<Table>>(Table.Of("账号台账", Columns(now, lapseIsOn), contexts,
                db => ListAccounts.Handler.Rows(db.Set<WeChatAccount>().VisibleTo(me), list, now, lapseIsOn)));
        }
    }

    private static Column<ListAccounts.Row>[] Columns(DateTime now, bool lapseIsOn) =>
    [
        new("账号名称", a => a.Name), new("形式", a => a.Form.Chinese()), new("状态", a => ListAccounts.Handler.ToItem(a, now, lapseIsOn).State.Chinese()),
        new("机构", a => a.InstitutionName), new("申请编号", a => a.ApplicationNumber), new("批准日期", a => Table.Day(a.ApprovedOn)),
        new("认证期限", a => Table.Day(a.VerificationDue)), new("原始ID", a => a.OriginalId), new("AppID", a => a.AppId),
        new("认证日期", a => Table.Day(a.VerifiedOn)), new("认证有效期至", a => Table.Day(a.VerifiedUntil)),
    ];
}
