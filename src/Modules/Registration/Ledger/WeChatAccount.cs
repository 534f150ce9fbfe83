using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>微信银行账号: a line of the ledger.</summary>
internal sealed class WeChatAccount : IVersioned
{
    /// <summary>How many days before its end the yearly verification may be recorded: WeChat opens it three months ahead.</summary>
    public const int RenewalDays = 90;

    private WeChatAccount()
    {
    }

    public Guid Id { get; private set; }

    public AccountForm Form { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The folded name, for look-alikes.</summary>
    public string NameKey { get; private set; } = "";

    public StoredState Stored { get; private set; }

    public Guid InstitutionId { get; private set; }

    public string InstitutionName { get; private set; } = "";

    public Guid ManagingBranchId { get; private set; }

    public Guid? Tier1BranchId { get; private set; }

    /// <summary>Null for the three standing accounts.</summary>
    public Guid? ApplicationId { get; private set; }

    public string? ApplicationNumber { get; private set; }

    /// <summary>The Beijing day of the approval; null for standing accounts.</summary>
    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>The last Beijing day on which verification is in time (R07-5); null for standing accounts.</summary>
    public DateOnly? VerificationDue { get; private set; }

    /// <summary>Computed from a calendar that is not published yet.</summary>
    public bool VerificationDueIsProvisional { get; private set; }

    /// <summary>True once the background job has recorded the lapse; a new calendar never undoes it.</summary>
    public bool LapseRecorded { get; private set; }

    /// <summary>原始ID: gh_…</summary>
    public string? OriginalId { get; private set; }

    public string? AppId { get; private set; }

    /// <summary>The original id, and before it is known the own id: unique and never null (decision 0002).</summary>
    public string OriginalIdKey { get => OriginalId ?? $"{Id:N}"; private set { } }

    /// <summary>The AppID, and before it is known the own id, as with <see cref="OriginalIdKey"/>.</summary>
    public string AppIdKey { get => AppId ?? $"{Id:N}"; private set { } }

    /// <summary>认证日期 on the evidence, a Beijing day.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>认证有效期至: WeChat's verification is yearly (R07-9).</summary>
    public DateOnly? VerifiedUntil { get; private set; }

    public string? EvidenceFileName { get; private set; }

    public string? EvidenceSha256 { get; private set; }

    public string? EvidenceContentType { get; private set; }

    public long EvidenceLength { get; private set; }

    /// <summary>Who recorded the verification: does not confirm it (R07-4).</summary>
    public Guid? RecordedById { get; private set; }

    public string? RecordedByName { get; private set; }

    /// <summary>How a late filing was confirmed: 按期完成（补录） or 逾期完成; null when it was in time or waits.</summary>
    public bool? ConfirmedAsInTime { get; private set; }

    public string? ConfirmationReason { get; private set; }

    public string? RevocationReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    public int Version { get; set; } = 1;

    public static WeChatAccount Standing(string name, string nameKey, Guid headOfficeId, string headOfficeName, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Form = AccountForm.ServiceAccount,
        Name = name,
        NameKey = nameKey,
        Stored = StoredState.Standing,
        InstitutionId = headOfficeId,
        InstitutionName = headOfficeName,
        ManagingBranchId = headOfficeId,
        UpdatedAt = now,
    };

    public static WeChatAccount Approved(
        RegistrationApplication application, string nameKey, DateOnly today, CalendarDay due, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(),
            Form = application.AccountForm,
            Name = application.Form.Name!,
            NameKey = nameKey,
            Stored = StoredState.AwaitingVerification,
            InstitutionId = application.InstitutionId,
            InstitutionName = application.InstitutionName,
            ManagingBranchId = application.ManagingBranchId,
            Tier1BranchId = application.Tier1BranchId,
            ApplicationId = application.Id,
            ApplicationNumber = application.Number,
            ApprovedOn = today,
            VerificationDue = due.Date,
            VerificationDueIsProvisional = due.Provisional,
            UpdatedAt = now,
        };

    /// <summary>Where the account stands at a moment; every gate compares with the clock itself.</summary>
    /// <param name="nowUtc">The moment, UTC.</param>
    /// <param name="lapseIsOn">False while R07-7 is switched off: then nothing lapses.</param>
    public AccountState StateAt(DateTime nowUtc, bool lapseIsOn) => Stored switch
    {
        StoredState.Standing => AccountState.Standing,
        StoredState.AwaitingVerification when lapseIsOn && IsPastDue(nowUtc) => AccountState.VerificationLapsed,
        StoredState.AwaitingVerification => AccountState.AwaitingVerification,
        StoredState.LateVerificationFiled => AccountState.LateVerificationFiled,
        StoredState.Verified when BeijingTime.BeijingDayOf(nowUtc) > VerifiedUntil => AccountState.VerificationExpired,
        StoredState.Verified => AccountState.Live,
        StoredState.Revoked => AccountState.Revoked,
        _ => throw new InvalidOperationException($"Unknown stored state {Stored}."),
    };

    /// <summary>24:00 Beijing time of the last day is still in time.</summary>
    public bool IsPastDue(DateTime nowUtc) =>
        LapseRecorded || (VerificationDue is { } due && nowUtc >= StatutoryPeriod.EndsAtUtc(due));

    /// <summary>Records the verification. In time it takes effect at once; later it waits for the head office.</summary>
    public void RecordVerification(Verification verification, bool late, CurrentPerson by, DateTime now)
    {
        Require(Stored == StoredState.AwaitingVerification, nameof(RecordVerification));
        Take(verification, by, now);
        Stored = late ? StoredState.LateVerificationFiled : StoredState.Verified;
    }

    /// <summary>Corrects what was filed late, as long as the head office has not confirmed it.</summary>
    public void CorrectLate(Verification verification, CurrentPerson by, DateTime now)
    {
        Require(Stored == StoredState.LateVerificationFiled, nameof(CorrectLate));
        Take(verification, by, now);
    }

    /// <summary>The head office sends a late filing back: nothing is recorded any more, and the approval is lapsed as before.</summary>
    public void ReturnLate(DateTime now)
    {
        Require(Stored == StoredState.LateVerificationFiled, nameof(ReturnLate));
        (OriginalId, AppId, VerifiedOn, VerifiedUntil) = (null, null, null, null);
        (EvidenceFileName, EvidenceSha256, EvidenceContentType, EvidenceLength) = (null, null, null, 0);
        (RecordedById, RecordedByName) = (null, null);
        (Stored, UpdatedAt) = (StoredState.AwaitingVerification, now);
    }

    /// <summary>Whether the yearly verification may be recorded: from <see cref="RenewalDays"/> days before the last one ends (R07-9).</summary>
    public bool IsDueForRenewal(DateOnly today) =>
        Stored == StoredState.Verified && VerifiedUntil is { } until && today >= until.AddDays(-RenewalDays);

    /// <summary>Records the yearly verification: it takes effect at once.</summary>
    public void Renew(Verification verification, CurrentPerson by, DateTime now)
    {
        Require(Stored == StoredState.Verified, nameof(Renew));
        Take(verification, by, now);
    }

    /// <summary>The head office's word on a late filing: it takes effect either way.</summary>
    public void ConfirmLate(bool inTime, string reason, DateTime now)
    {
        Require(Stored == StoredState.LateVerificationFiled, nameof(ConfirmLate));
        (ConfirmedAsInTime, ConfirmationReason, Stored, UpdatedAt) = (inTime, reason, StoredState.Verified, now);
    }

    public void Revoke(string reason, DateTime now)
    {
        Require(Stored is StoredState.AwaitingVerification or StoredState.LateVerificationFiled, nameof(Revoke));
        (RevocationReason, Stored, UpdatedAt) = (reason, StoredState.Revoked, now);
    }

    public void RecordLapse(DateTime now)
    {
        Require(Stored == StoredState.AwaitingVerification, nameof(RecordLapse));
        (LapseRecorded, UpdatedAt) = (true, now);
    }

    /// <summary>A new calendar: the open deadline is computed anew; a lapse is never undone by it.</summary>
    public void MoveDue(CalendarDay due)
    {
        Require(Stored == StoredState.AwaitingVerification && !LapseRecorded, nameof(MoveDue));
        (VerificationDue, VerificationDueIsProvisional) = (due.Date, due.Provisional);
    }

    /// <summary>Follows the register: what its institution is called, who manages and who reads it.</summary>
    public void Follow(InstitutionInfo now) =>
        (InstitutionName, ManagingBranchId, Tier1BranchId) = (now.Name, now.ManagingBranchId, now.Tier1BranchId);

    private void Take(Verification verification, CurrentPerson by, DateTime now)
    {
        (OriginalId, AppId, VerifiedOn, VerifiedUntil) =
            (verification.OriginalId, verification.AppId, verification.VerifiedOn, verification.VerifiedUntil);
        (EvidenceFileName, EvidenceSha256, EvidenceContentType, EvidenceLength) =
            (verification.FileName, verification.Sha256, verification.ContentType, verification.Length);
        (RecordedById, RecordedByName, UpdatedAt) = (by.Id, by.Name, now);
    }

    private void Require(bool holds, string change)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{change} is not possible in state {Stored}.");
        }
    }
}
