using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>One account with everything that ever happened to it.</summary>
internal static class ReadAccount
{
    [Permission(RegistrationPermissions.ReadLedger)]
    internal sealed record Query(Guid AccountId) : IQuery<Detail>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    /// <param name="WorkingDaysLeft">To the last day for verification; negative after it; null when nothing is due.</param>
    /// <param name="MayServeCustomers">Whether it may publish, run campaigns and host functions now (R07-6).</param>
    /// <param name="MayRecord">Whether the person asking may record its verification.</param>
    internal sealed record Detail(
        Guid Id, string Name, AccountForm Form, AccountState State, Guid InstitutionId, string InstitutionName,
        Guid? ApplicationId, string? ApplicationNumber, DateOnly? ApprovedOn, DateOnly? VerificationDue, bool VerificationDueIsProvisional,
        int? WorkingDaysLeft, string? OriginalId, string? AppId, DateOnly? VerifiedOn, DateOnly? VerifiedUntil,
        string? RecordedBy, bool? ConfirmedAsInTime, string? ConfirmationReason, string? RevocationReason,
        string? EvidenceFileName, long EvidenceLength, bool MayServeCustomers, bool MayRecord,
        IReadOnlyList<TimelineStep> Timeline, int Version);

    internal sealed class Handler(
        GovDbContext db, CurrentPerson me, ITimeline timeline, TimeProvider clock, WorkCalendarSource calendar, IRuleSwitches switches)
        : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            var a = await db.Set<WeChatAccount>().VisibleTo(me).AsNoTracking()
                .SingleOrDefaultAsync(account => account.Id == query.AccountId, cancellationToken);
            if (a is null)
            {
                return Outcome.NotFound;
            }
            var steps = a.ApplicationId is { } application ? await timeline.Of(application, cancellationToken) : [];
            var state = a.StateAt(clock.UtcNow(), switches.IsOn("R07-7"));
            var mayRecord = (a.Stored is StoredState.AwaitingVerification or StoredState.LateVerificationFiled || a.IsDueForRenewal(clock.BeijingToday()))
                && !AuthorityRules.MayHandle(me, a.InstitutionId, a.ManagingBranchId, a.InstitutionName).Any();
            int? left = a.Stored == StoredState.AwaitingVerification
                ? calendar.Current.WorkingDaysBetween(clock.BeijingToday(), a.VerificationDue!.Value)
                : null;
            return new Detail(
                a.Id, a.Name, a.Form, state, a.InstitutionId, a.InstitutionName, a.ApplicationId, a.ApplicationNumber,
                a.ApprovedOn, a.VerificationDue, a.VerificationDueIsProvisional, left, a.OriginalId, a.AppId, a.VerifiedOn, a.VerifiedUntil,
                a.RecordedByName, a.ConfirmedAsInTime, a.ConfirmationReason, a.RevocationReason, a.EvidenceFileName, a.EvidenceLength,
                !VerificationRules.MayServeCustomers(a.Name, state).Any(), mayRecord, steps, a.Version);
        }
    }
}

/// <summary>The evidence of a verification, for whoever sees the account.</summary>
internal static class DownloadEvidence
{
    [Permission(RegistrationPermissions.ReadLedger)]
    [AuditedAs("下载认证证明文件")]
    internal sealed record Command(Guid AccountId) : ICommand<FileDownload>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, FileDownload>
    {
        public async Task<Outcome<FileDownload>> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Set<WeChatAccount>().VisibleTo(me)
                .Where(a => a.Id == command.AccountId && a.EvidenceSha256 != null)
                .Select(a => new { a.EvidenceSha256, a.EvidenceFileName }).SingleOrDefaultAsync(cancellationToken);
            audit.Detail = file?.EvidenceFileName;
            return file is null ? Outcome.NotFound : new FileDownload(file.EvidenceSha256!, file.EvidenceFileName!);
        }
    }
}
