using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Approve;

/// <summary>审批: decided by the head office's approvers, read by the others who see the application.</summary>
public sealed partial class ApprovalPage(IWorkItems workItems) : GovPage
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    internal ReadApprovalFile.ApprovalFile Matter { get; private set; } = null!;

    /// <summary>Whether something typed could not be sent because somebody else was quicker.</summary>
    internal bool HasUnsentText => !Matter.MayDecide && (!string.IsNullOrWhiteSpace(Form.Opinion) || Form.Given.Any());

    internal string? CommentAt(string field) => Form.Comments.GetValueOrDefault(field);

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (Form.Verdict is not { } verdict)
        {
            return Refuse(await Load(id) ?? Outcome.Shape("verdict", "请选择同意、退回或不同意。"));
        }
        var comments = Form.Given.ToList();
        var outcome = await Send(new DecideApproval.Command(
            Form.ApprovalId, Form.Version, verdict, PlainText.Normalise(Form.Opinion), comments));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(await Load(id) ?? AtFields(refusal, comments));
        }
        return await ToInbox(verdict);
    }

    private async Task<IActionResult> ToInbox(Verdict verdict)
    {
        var said = verdict switch
        {
            Verdict.Approve => "已同意。账号已列入台账，一个月内须完成官方认证。",
            Verdict.Return => "已退回申请机构，可按意见修改后再递交。",
            _ => "已决定不同意，名称已释放，申请机构可以看到理由。",
        };
        var next = await workItems.FirstMine(1, IApprovals.WorkItemKind, HttpContext.RequestAborted);
        return next is [var item] ? Next("/inbox", said, "下一件：" + item.Title, item.Href) : Next("/inbox", said);
    }

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadApprovalFile.Query(id));
        Matter = outcome.Succeeded ? outcome.Value : Matter;
        return outcome.Refusal;
    }

    /// <summary>The command numbers the comments; the page knows them by field.</summary>
    private static Refusal AtFields(Refusal refusal, List<FieldComment> comments) => refusal with
    {
        Breaches = [.. refusal.Breaches.Select(b => b.Field is { } field && NumberedComment().Match(field) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, out var number) && number < comments.Count
                ? b with { Field = $"comments[{comments[number].Field}]" }
                : b)],
    };

    [GeneratedRegex(@"^comments\[(\d+)\]")]
    private static partial Regex NumberedComment();

    /// <summary>What the approver fills in.</summary>
    public sealed class DecisionForm
    {
        public Guid ApprovalId { get; set; }

        public int Version { get; set; }

        /// <summary>Which button was pressed.</summary>
        public Verdict? Verdict { get; set; }

        public string? Opinion { get; set; }

        /// <summary>By field; boxes left empty come along.</summary>
        public Dictionary<string, string?> Comments { get; set; } = [];

        internal IEnumerable<FieldComment> Given => Comments
            .Select(c => new FieldComment(c.Key, PlainText.Normalise(c.Value) ?? "")).Where(c => c.Comment.Length > 0);
    }
}
