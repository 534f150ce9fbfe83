using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Approve;
using WeChatBankGov.Registration.Precheck;
using WeChatBankGov.Registration.Withdraw;

namespace WeChatBankGov.Registration.Read;

/// <summary>一份申请: what it says, where it stands, and what its handler may do with it.</summary>
internal sealed class ReadPage(PermissionCatalogue permissions, RuleCatalogue catalogue) : GovPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Why it is withdrawn.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public ReadApplication.Detail Detail { get; private set; } = null!;

    /// <summary>How it stands to the submission's rules; empty when it is not this person's to submit.</summary>
    public IReadOnlyList<RuleResult> RuleResults { get; private set; } = [];

    public bool MayHandle => Detail.MayHandle && permissions[RegistrationPermissions.Apply].IsGrantedTo(Me);

    public bool MayEdit => MayHandle && Detail.State.IsEditable();

    public bool MayWithdraw => MayHandle && Detail.State is ApplicationState.InReview or ApplicationState.InApproval;

    public string Address => $"/registration/applications/{Id}";

    public IEnumerable<ReadApplication.FileItem> FilesIn(string field) => Detail.Files.Where(f => f.Slot == field);

    /// <summary>What was said at a field when it was returned last; earlier rounds are in the timeline.</summary>
    public IEnumerable<ReadApplication.CommentItem> CommentsAt(string field) =>
        Detail.Comments.Where(c => c.Field == field && c.Round == Detail.Round);

    public async Task<IActionResult> OnGet() => await Load() ?? Page();

    public async Task<IActionResult> OnPostWithdraw() =>
        await Do(new WithdrawApplication.Command(Id, Version, PlainText.Normalise(Reason)), "申请已撤回，填写的内容都已保留");

    public async Task<IActionResult> OnPostDiscard() => await Do(new DiscardApplication.Command(Id, Version), "申请已作废");

    private async Task<IActionResult> Do(ICommand<int> command, string flash)
    {
        var outcome = await Send(command);
        return outcome.Refusal is not { } refusal ? Next(Address, flash) : await Load() ?? Refuse(refusal);
    }

    private async Task<IActionResult?> Load()
    {
        var read = await Send(new ReadApplication.Query(Id));
        if (read.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Detail = read.Value;
        if (MayEdit && await Send(new PrecheckApplication.Query(Id)) is { Succeeded: true } precheck)
        {
            // A day or a name that is missing is said once, as missing: the rules about it have nothing to look at yet.
            RuleResults = [.. Approve.RuleResults.OfSubmission(Detail.AccountForm, Detail.Level, new RuleCheck(precheck.Value.Findings), catalogue)
                .Where(r => r.Findings.Count > 0 || !(Detail.Form.PlannedRegistrationDate is null && r.Code == "R07-1"
                    || Detail.Form.Name is null && r.Code is "R05-1" or "R06-1" or "R06-5"))];
        }
        return null;
    }
}
