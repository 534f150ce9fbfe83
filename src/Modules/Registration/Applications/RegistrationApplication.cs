using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Registration.Applications;

/// <summary>
/// 注册申请: annex 1 with its way from draft to the head office's decision (articles 2–7). State changes refuse loudly: a
/// handler asks the state before it calls them.
/// </summary>
internal sealed partial class RegistrationApplication : IVersioned
{
    private readonly List<Contributor> _contributors = [];
    private readonly List<ApplicationFile> _files = [];
    private readonly List<ApplicationComment> _comments = [];

    // For EF Core.
    private RegistrationApplication()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>ZC-2026-000123: given at the first submission, kept over returns; null before.</summary>
    public string? Number { get; private set; }

    /// <summary>The number, and before it the own id: unique and never null (decision 0002).</summary>
    public string NumberKey { get => Number ?? $"{Id:N}"; private set { } }

    /// <summary>账号形式: chosen at the start, fixed with the approval (R02-1).</summary>
    public AccountForm AccountForm { get; private set; }

    public ApplicationState State { get; private set; } = ApplicationState.Draft;

    public Guid InstitutionId { get; private set; }

    public string InstitutionName { get; private set; } = "";

    public InstitutionLevel Level { get; private set; }

    /// <summary>The nearest branch above, whose e-banking department manages it (R10-1).</summary>
    public Guid ManagingBranchId { get; private set; }

    /// <summary>The tier-1 branch whose e-banking department reads it; null at the head office.</summary>
    public Guid? Tier1BranchId { get; private set; }

    public ApplicationForm Form { get; private set; } = new();

    /// <summary>Which fields a return opened, in camelCase, separated by commas; null when all are open.</summary>
    public string? OpenFields { get; private set; }

    /// <summary>How often it was submitted.</summary>
    public int Round { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    public Guid UpdatedById { get; private set; }

    public string UpdatedByName { get; private set; } = "";

    /// <summary>The Beijing day of the last submission; null before the first.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>UTC; null before the first submission.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    /// <summary>Whether the identity elements were changed since the last review passed, so that another is needed.</summary>
    public bool NeedsReview { get; private set; } = true;

    /// <summary>Which identity elements changed since a review last looked at them.</summary>
    public IdentityElements ChangedSinceReview { get; private set; } = IdentityElements.All;

    public int Version { get; set; }

    /// <summary>Everybody who drafted or submitted it: none of them decides (R07-4).</summary>
    public IReadOnlyList<Contributor> Contributors => _contributors;

    public IReadOnlyList<ApplicationFile> Files => _files;

    /// <summary>What reviewers and approvers said at fields when they returned it.</summary>
    public IReadOnlyList<ApplicationComment> Comments => _comments;

    /// <summary>The name of a record in lists and inboxes.</summary>
    public string Title => $"{Number ?? "未编号"} {Form.Name}";

    public static RegistrationApplication Start(AccountForm form, InstitutionInfo institution, string name, CurrentPerson by, DateTime now)
    {
        var application = new RegistrationApplication
        {
            Id = Guid.CreateVersion7(),
            AccountForm = form,
            InstitutionId = institution.Id,
            InstitutionName = institution.Name,
            Level = institution.Level,
            ManagingBranchId = institution.ManagingBranchId,
            Tier1BranchId = institution.Tier1BranchId,
            CreatedAt = now,
        };
        application.Form.Name = name;
        application.Touch(by, now);
        return application;
    }

    /// <summary>Replaces the form. The caller has checked that only open fields differ.</summary>
    public void Edit(ApplicationForm form, CurrentPerson by, DateTime now)
    {
        Require(State.IsEditable(), nameof(Edit));
        Changed(form.Name == Form.Name ? IdentityElements.None : IdentityElements.Name);
        form.UndertakingVersion = !form.Undertaking ? null
            : Form.Undertaking ? Form.UndertakingVersion : ApplicationForm.CurrentUndertaking;
        Form = form;
        Touch(by, now);
    }

    public void Add(ApplicationFile file, CurrentPerson by, DateTime now)
    {
        Require(State.IsEditable(), nameof(Add));
        if (!file.Slot.HoldsMany())
        {
            _files.RemoveAll(f => f.Slot == file.Slot);
        }
        _files.Add(file);
        Changed(file.Slot.Element());
        Touch(by, now);
    }

    public void Remove(ApplicationFile file, CurrentPerson by, DateTime now)
    {
        Require(State.IsEditable(), nameof(Remove));
        _files.Remove(file);
        Changed(file.Slot.Element());
        Touch(by, now);
    }

    /// <summary>Submits, or submits again; goes to the VI review, or straight to the head office when nothing that it judges changed.</summary>
    public void Submit(string number, CurrentPerson by, DateOnly today, DateTime now)
    {
        Require(State.IsEditable(), nameof(Submit));
        Number ??= number;
        Round++;
        (SubmittedOn, SubmittedAt, SubmittedById) = (today, now, by.Id);
        OpenFields = null;
        State = NeedsReview ? ApplicationState.InReview : ApplicationState.InApproval;
        Touch(by, now);
    }

    public void Withdraw(CurrentPerson by, DateTime now)
    {
        Require(State is ApplicationState.InReview or ApplicationState.InApproval, nameof(Withdraw));
        State = ApplicationState.Withdrawn;
        Touch(by, now);
    }

    public void Discard(CurrentPerson by, DateTime now)
    {
        Require(State.IsEditable(), nameof(Discard));
        State = ApplicationState.Discarded;
        Touch(by, now);
    }

    public void PassReview(DateTime now)
    {
        Require(State == ApplicationState.InReview, nameof(PassReview));
        State = ApplicationState.InApproval;
        (NeedsReview, ChangedSinceReview) = (false, IdentityElements.None);
        UpdatedAt = now;
    }

    /// <summary>Back to the applicant; only the named fields open, with what was said at them.</summary>
    /// <param name="openFields">Null when all fields open.</param>
    /// <param name="comments">What was said at fields.</param>
    /// <param name="now">UTC.</param>
    public void Return(IEnumerable<string>? openFields, IEnumerable<ApplicationComment> comments, DateTime now)
    {
        Require(State is ApplicationState.InReview or ApplicationState.InApproval, nameof(Return));
        ChangedSinceReview = State == ApplicationState.InReview ? IdentityElements.None : ChangedSinceReview;
        State = ApplicationState.Returned;
        OpenFields = openFields is null ? null : string.Join(',', openFields.Distinct());
        _comments.AddRange(comments);
        UpdatedAt = now;
    }

    public void Approve(DateTime now)
    {
        Require(State == ApplicationState.InApproval, nameof(Approve));
        State = ApplicationState.Approved;
        UpdatedAt = now;
    }

    public void Reject(DateTime now)
    {
        Require(State == ApplicationState.InApproval, nameof(Reject));
        State = ApplicationState.Rejected;
        UpdatedAt = now;
    }

    /// <summary>Opens these fields only; the caller has asked what is open.</summary>
    public void Open(IEnumerable<string> fields)
    {
        Require(State.IsEditable(), nameof(Open));
        OpenFields = string.Join(',', fields.Distinct());
    }

    /// <summary>Whether a field may be changed now, whatever the rules say: <c>FieldsOpen</c> knows what a breach opens.</summary>
    public bool IsOpen(string field) =>
        State.IsEditable() && (OpenFields is null || OpenFields.Split(',').Contains(field));

    private void Touch(CurrentPerson by, DateTime now)
    {
        Version++;
        UpdatedAt = now;
        (UpdatedById, UpdatedByName) = (by.Id, by.Name);
        if (_contributors.All(c => c.PersonId != by.Id))
        {
            _contributors.Add(new() { ApplicationId = Id, PersonId = by.Id, PersonName = by.Name });
        }
    }

    private void Changed(IdentityElements elements)
    {
        NeedsReview |= elements != IdentityElements.None;
        ChangedSinceReview |= elements;
    }

    private void Require(bool holds, string change)
    {
        if (!holds)
        {
            throw new OvertakenException($"{change} is not possible in state {State}.");
        }
    }
}
