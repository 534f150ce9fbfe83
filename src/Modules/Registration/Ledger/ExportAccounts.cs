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

namespace WeChatBankGov.Registration.Ledger;

/// <summary>导出账号台账: exactly what is filtered, in the order of the list. A command, because the export itself is an entry.</summary>
internal static class ExportAccounts
{
    /// <param name="List">What is listed; its page is left aside.</param>
    [Permission(RegistrationPermissions.ReadLedger)]
    [AuditedAs("导出账号台账")]
    internal sealed record Command(ListAccounts.Query List) : ICommand<IAsyncEnumerable<string>>;

    internal sealed class Handler(
        IDbContextFactory<GovDbContext> contexts, CurrentPerson me, TimeProvider clock, IRuleSwitches switches, AuditDraft audit)
        : ICommandHandler<Command, IAsyncEnumerable<string>>
    {
        public Task<Outcome<IAsyncEnumerable<string>>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Detail = "范围：" + Describe(command.List);
            return Task.FromResult(Outcome.Of(Rows(command.List, cancellationToken)));
        }

        /// <summary>Read while it is sent, in a context of its own, for the request's is done by then.</summary>
        private async IAsyncEnumerable<string> Rows(ListAccounts.Query list, [EnumeratorCancellation] CancellationToken cancel)
        {
            yield return Csv.Row("账号名称", "形式", "状态", "机构", "申请编号", "批准日期", "认证期限", "原始ID", "AppID", "认证日期", "认证有效期至");
            var (now, lapseIsOn) = (clock.UtcNow(), switches.IsOn("R07-7"));
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var accounts = ListAccounts.Handler.Rows(db.Set<WeChatAccount>().VisibleTo(me), list, now, lapseIsOn);
            await foreach (var account in accounts.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var a = ListAccounts.Handler.ToItem(account, now, lapseIsOn);
                yield return Csv.Row(a.Name, a.Form.Chinese(), a.State.Chinese(), a.InstitutionName, a.ApplicationNumber,
                    Day(a.ApprovedOn), Day(a.VerificationDue), a.OriginalId, a.AppId, Day(a.VerifiedOn), Day(a.VerifiedUntil));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");

    private static string Describe(ListAccounts.Query list)
    {
        var parts = new[]
        {
            ("名称或ID", list.Search), ("状态", list.State?.Chinese()), ("形式", list.Form?.Chinese()), ("机构", list.Institution ?? list.InstitutionId?.ToString()),
        }.Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => $"{part.Item1} {part.Item2!.Trim()}").ToList();
        return parts.Count == 0 ? "全部" : string.Join("，", parts);
    }
}
