using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// 登记官方认证: the date, the ids and the evidence (R07-6). In time it takes effect at once; after the deadline it waits for
/// the head office (R07-7).
/// </summary>
internal static partial class RecordVerification
{
    /// <param name="VerifiedOn">认证日期 on the evidence, a Beijing day.</param>
    /// <param name="VerifiedUntil">认证有效期至, a Beijing day.</param>
    /// <param name="OriginalId">原始ID: gh_…</param>
    /// <param name="AppId">wx…</param>
    /// <param name="Evidence">A screenshot or certificate; null when none was sent.</param>
    [Permission(RegistrationPermissions.RecordVerification)]
    [AuditedAs("登记官方认证")]
    internal sealed record Command(
        Guid AccountId, int Version, DateOnly? VerifiedOn, DateOnly? VerifiedUntil, string? OriginalId, string? AppId,
        Stream? Evidence, string? EvidenceName) : ICommand<Recorded>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed record Recorded(Guid AccountId, AccountState State, int Version);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.VerifiedOn).NotNull().WithMessage("请填写认证日期。")
                .Must(d => d is null || WorkCalendar.Covers(d.Value)).WithMessage("认证日期不是合理的日期。");
            RuleFor(c => c.VerifiedUntil).NotNull().WithMessage("请填写认证有效期。")
                .Must(d => d is null || WorkCalendar.Covers(d.Value)).WithMessage("认证有效期不是合理的日期。");
            RuleFor(c => c.OriginalId).Must(id => id is not null && OriginalIdFormat().IsMatch(id.Trim()))
                .WithMessage("请填写公众平台“账号信息”页上的原始ID，以 gh_ 开头，后接 12 位数字或小写字母。");
            RuleFor(c => c.AppId).Must(id => id is not null && AppIdFormat().IsMatch(id.Trim()))
                .WithMessage("请填写公众平台“基本配置”页上的 AppID，以 wx 开头，共 18 位。");
            RuleFor(c => c.Evidence).NotNull().WithMessage("请上传认证的截图或证明文件。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, FileIntake intake, IInstitutions institutions, IWorkItems workItems, ITimeline timeline, IRuleSwitches switches,
        CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Recorded>
    {
        public async Task<Outcome<Recorded>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Set<WeChatAccount>().VisibleTo(me).SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
            if (account is null)
            {
                return Outcome.NotFound;
            }
            if (AuthorityRules.MayHandle(me, account.InstitutionId, account.ManagingBranchId, account.InstitutionName).FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            var now = clock.UtcNow();
            var lapseIsOn = switches.IsOn("R07-7");
            var today = clock.BeijingToday();
            var isRenewal = account.IsDueForRenewal(today);
            if (account.Stored != StoredState.AwaitingVerification && !isRenewal)
            {
                return Outcome.WrongState($"账号“{account.Name}”的状态是{account.StateAt(now, lapseIsOn).Chinese()}，不能再登记认证。");
            }
            if (account.Version != command.Version)
            {
                return Outcome.Stale(account.Version);
            }
            var (verifiedOn, verifiedUntil) = (command.VerifiedOn!.Value, command.VerifiedUntil!.Value);
            var check = Rules.Check(
                isRenewal
                    ? VerificationRules.RenewalIsLater(verifiedOn, account.VerifiedOn!.Value, today)                     // 第七条
                    : VerificationRules.EvidenceDateIsPossible(verifiedOn, account.ApprovedOn!.Value, today),            // 第七条
                VerificationRules.ValidityIsAYear(verifiedOn, verifiedUntil),                                            // 第七条
                await IdsAreFree(command, cancellationToken));
            if (check.Any)
            {
                return check;
            }
            var evidence = await intake.Accept(
                command.Evidence!, command.EvidenceName ?? "", ApplicationFileRules.Evidence, "evidence", cancellationToken);
            if (evidence.Refusal is { } unfit)
            {
                return unfit;
            }
            var file = evidence.Value;
            var verification = new Ledger.Verification(command.OriginalId!.Trim(), command.AppId!.Trim(), verifiedOn, verifiedUntil,
                file.FileName, file.Sha256, file.ContentType, file.Length);
            var late = !isRenewal && lapseIsOn && account.IsPastDue(now);
            if (isRenewal)
            {
                account.Renew(verification, me, now);
            }
            else
            {
                account.RecordVerification(verification, late, me, now);
            }
            timeline.Add(account.ApplicationId!.Value, isRenewal ? "登记年审认证" : late ? "补录官方认证，待总行确认" : "登记官方认证",
                $"认证日期{DayFormat.Day(verifiedOn)}，原始ID {account.OriginalId}", 7);
            if (late)
            {
                workItems.Open(LateVerification.WorkItem(account, (await institutions.HeadOffice(cancellationToken)).Id));
            }
            audit.Detail = $"{account.Name}：认证日期 {verifiedOn:yyyy-MM-dd}，{account.OriginalId}，{account.AppId}{(late ? "，逾期补录" : "")}";
            return new Recorded(account.Id, account.StateAt(now, lapseIsOn), account.Version + 1);
        }

        /// <summary>The platform gives each account ids of its own; the ledger has a unique index on both.</summary>
        private async Task<IEnumerable<Breach>> IdsAreFree(Command command, CancellationToken cancel)
        {
            var (original, app) = (command.OriginalId!.Trim(), command.AppId!.Trim());
            var others = await db.Set<WeChatAccount>().AsNoTracking()
                .Where(a => a.Id != command.AccountId && (a.OriginalId == original || a.AppId == app))
                .Select(a => new { a.Name, a.OriginalId }).ToListAsync(cancel);
            return others.Select(other => other.OriginalId == original
                ? Breach.OfShape("originalId", $"原始ID {original} 已登记在账号“{other.Name}”名下，请核对。")
                : Breach.OfShape("appId", $"AppID {app} 已登记在账号“{other.Name}”名下，请核对。"));
        }
    }

    [GeneratedRegex(@"^gh_[0-9a-z]{12}\z")]
    private static partial Regex OriginalIdFormat();

    [GeneratedRegex(@"^wx[0-9a-f]{16}\z")]
    private static partial Regex AppIdFormat();
}
