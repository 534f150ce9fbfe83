using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// 登记官方认证: the date, the ids and the evidence (R07-6). In time it takes effect at once; after the deadline it waits for
/// the head office (R07-7), and may be corrected until it answers.
/// </summary>
internal static partial class RecordVerification
{
    public const int ReasonLength = 500;

    private const string EvidenceField = "evidence";

    /// <param name="VerifiedOn">认证日期 on the evidence, a Beijing day as it was typed.</param>
    /// <param name="VerifiedUntil">认证有效期至, a Beijing day as it was typed.</param>
    /// <param name="OriginalId">原始ID: gh_…</param>
    /// <param name="AppId">wx…</param>
    /// <param name="Evidence">A screenshot or certificate; null when none was sent.</param>
    /// <param name="IdChangeReason">Why a yearly verification names other ids than the one before; null when it does not.</param>
    [Permission(RegistrationPermissions.RecordVerification)]
    [AuditedAs("登记官方认证")]
    internal sealed record Command(
        Guid AccountId, int Version, string? VerifiedOn, string? VerifiedUntil, string? OriginalId, string? AppId,
        Stream? Evidence, string? EvidenceName, string? IdChangeReason = null) : ICommand<Recorded>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed record Recorded(Guid AccountId, AccountState State, int Version);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private readonly FileIntake _intake;

        public Validator(FileIntake intake)
        {
            _intake = intake;
            RuleFor(c => c.VerifiedOn).IsADay("认证日期");
            RuleFor(c => c.VerifiedUntil).IsADay("认证有效期");
            RuleFor(c => c.OriginalId).Must(id => id is not null && OriginalIdFormat().IsMatch(id.Trim()))
                .WithMessage("请填写公众平台“账号信息”页上的原始ID，以 gh_ 开头，后接 12 位数字或小写字母。");
            RuleFor(c => c.AppId).Must(id => id is not null && AppIdFormat().IsMatch(id.Trim()))
                .WithMessage("请填写公众平台“基本配置”页上的 AppID，以 wx 开头，共 18 位。");
            RuleFor(c => c.Evidence).NotNull().WithMessage("请上传认证的截图或证明文件。");
            RuleFor(c => c.IdChangeReason).MaximumLength(ReasonLength).WithMessage($"更正说明最多 {ReasonLength} 个字符。").Readable("更正说明");
        }

        /// <summary>A fit form's file is the handler's; beside other mistakes its own are told too, or they would come in a second round.</summary>
        public override async Task<ValidationResult> ValidateAsync(ValidationContext<Command> context, CancellationToken cancellation = default)
        {
            var result = await base.ValidateAsync(context, cancellation);
            var command = context.InstanceToValidate;
            if (!result.IsValid && command.Evidence is not null)
            {
                var unfit = await _intake.Examine(
                    command.Evidence, command.EvidenceName ?? "", ApplicationFileRules.Evidence, EvidenceField, cancellation);
                result.Errors.AddRange(unfit.Select(b => new ValidationFailure(b.Field, b.Message)));
            }
            return result;
        }
    }

    internal sealed class Handler(
        GovDbContext db, FileIntake intake, IInstitutions institutions, AccountContributors contributors, IWorkItems workItems,
        ITimeline timeline, IRuleSwitches switches, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Recorded>
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
            if (OccasionOf(account, now, today, lapseIsOn) is not { } occasion)
            {
                return Outcome.WrongState($"账号“{account.Name}”的状态是{account.StateAt(now, lapseIsOn).Chinese()}，不能再登记认证。");
            }
            if (account.Version != command.Version)
            {
                return Outcome.Stale(account.Version);
            }
            var (verifiedOn, verifiedUntil) = (DayInput.Read(command.VerifiedOn)!.Value, DayInput.Read(command.VerifiedUntil)!.Value);
            var (originalId, appId, reason) = (command.OriginalId!.Trim(), command.AppId!.Trim(), PlainText.Normalise(command.IdChangeReason));
            var isRenewal = occasion == Occasion.Renewal;
            var check = Rules.Check(
                isRenewal
                    ? VerificationRules.RenewalIsLater(verifiedOn, account.VerifiedOn!.Value, today)                     // 第七条
                    : VerificationRules.EvidenceDateIsPossible(verifiedOn, account.ApprovedOn!.Value, today),            // 第七条
                VerificationRules.ValidityIsAYear(verifiedOn, verifiedUntil),                                            // 第七条
                isRenewal
                    ? VerificationRules.RenewalKeepsIds((account.OriginalId, account.AppId), (originalId, appId), reason) // 第七条
                    : Rules.Met,
                await IdsAreFree(command, cancellationToken));
            var evidence = await intake.Accept(
                command.Evidence!, command.EvidenceName ?? "", ApplicationFileRules.Evidence, EvidenceField, cancellationToken);
            if (check.Any || !evidence.Succeeded)
            {
                return new RuleCheck([.. check.Findings, .. evidence.Refusal?.Breaches ?? []]);
            }
            var file = evidence.Value;
            var changesIds = isRenewal && (account.OriginalId, account.AppId) != (originalId, appId);
            Take(account, occasion, new(originalId, appId, verifiedOn, verifiedUntil,
                file.FileName, file.Sha256, file.ContentType, file.Length), now);
            await contributors.Add(account.ApplicationId!.Value, me, cancellationToken);
            timeline.Add(account.ApplicationId.Value, Words(occasion),
                $"认证日期{DayFormat.Day(verifiedOn)}，原始ID {originalId}{(changesIds ? $"，AppID {appId}。更正说明：{reason}" : "")}", 7);
            if (occasion == Occasion.Late)
            {
                workItems.Open(LateVerification.WorkItem(account, (await institutions.HeadOffice(cancellationToken)).Id));
            }
            audit.Detail = $"{account.Name}：{Words(occasion)}，认证日期 {verifiedOn:yyyy-MM-dd}，{originalId}，{appId}{(changesIds ? "，更正说明：" + reason : "")}";
            return new Recorded(account.Id, account.StateAt(now, lapseIsOn), account.Version + 1);
        }

        private void Take(WeChatAccount account, Occasion occasion, Ledger.Verification verification, DateTime now)
        {
            switch (occasion)
            {
                case Occasion.Renewal:
                    account.Renew(verification, me, now);
                    break;
                case Occasion.Correction:
                    account.CorrectLate(verification, me, now);
                    break;
                default:
                    account.RecordVerification(verification, late: occasion == Occasion.Late, me, now);
                    break;
            }
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

    /// <summary>What a verification recorded now would be; null when none may be.</summary>
    private static Occasion? OccasionOf(WeChatAccount account, DateTime now, DateOnly today, bool lapseIsOn) => account.Stored switch
    {
        StoredState.AwaitingVerification => lapseIsOn && account.IsPastDue(now) ? Occasion.Late : Occasion.First,
        StoredState.LateVerificationFiled => Occasion.Correction,
        _ => account.IsDueForRenewal(today) ? Occasion.Renewal : null,
    };

    private static string Words(Occasion occasion) => occasion switch
    {
        Occasion.Renewal => "登记年审认证",
        Occasion.Late => "补录官方认证，待总行确认",
        Occasion.Correction => "更正补录，待总行确认",
        _ => "登记官方认证",
    };

    private enum Occasion
    {
        /// <summary>In time: takes effect at once.</summary>
        First,

        /// <summary>After the deadline: waits for the head office.</summary>
        Late,

        /// <summary>Of a late filing that still waits.</summary>
        Correction,

        /// <summary>WeChat's yearly one.</summary>
        Renewal,
    }

    [GeneratedRegex(@"^gh_[0-9a-z]{12}\z")]
    private static partial Regex OriginalIdFormat();

    [GeneratedRegex(@"^wx[0-9a-f]{16}\z")]
    private static partial Regex AppIdFormat();
}
