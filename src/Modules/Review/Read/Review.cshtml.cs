using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Read;

/// <summary>One VI review: to be judged by its department, to be read by the others who may see it.</summary>
public sealed class ReviewPage(IWorkItems workItems, IEnumerable<ISubjectVisibility> subjects) : GovPage
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    internal ReadReview.Item Review { get; private set; } = null!;

    /// <summary>Where what is reviewed is read; null for whoever doesn't see it.</summary>
    internal string? SubjectHref { get; private set; }

    /// <summary>Whether something typed could not be saved because somebody else was quicker.</summary>
    internal bool HasUnsavedText => !Review.MayJudge
        && (!string.IsNullOrWhiteSpace(Form.Opinion) || Form.Elements.Any(e => !string.IsNullOrWhiteSpace(e.Reason)));

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPost(Guid id)
    {
        var outcome = await Send(new JudgeVisualIdentity.Command(
            id, Form.Version, [.. Form.Elements.Select(e => new ElementJudgement(e.Element, e.Conforms, e.Reason))], Form.Opinion));
        if (outcome.Succeeded)
        {
            var said = outcome.Value.Passed ? "审核通过，已转入下一环节。" : "已退回申请机构，不符合的项目开放修改。";
            var next = await workItems.FirstMine(1, Reviews.WorkItemKind, HttpContext.RequestAborted);
            return next is [var item] ? Next($"/reviews/{id}", said, "下一件：" + item.Title, item.Href) : Next($"/reviews/{id}", said);
        }
        return Refuse(await Load(id) ?? outcome.Refusal!);
    }

    internal FormElement Typed(IdentityElement element) => Form.Elements.Find(e => e.Element == element) ?? new() { Element = element };

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadReview.Query(id));
        if (outcome.Succeeded)
        {
            Review = outcome.Value;
            SubjectHref = subjects.FirstOrDefault(s => s.SubjectKind == Review.SubjectKind) is { } subject
                && await subject.IsVisible(Review.SubjectId, HttpContext.RequestAborted) ? subject.HrefOf(Review.SubjectId) : null;
        }
        return outcome.Refusal;
    }

    /// <summary>What the reviewer fills in.</summary>
    public sealed class ReviewForm
    {
        public int Version { get; set; }

        /// <summary>In the order of the page.</summary>
        public List<FormElement> Elements { get; set; } = [];

        public string? Opinion { get; set; }
    }

    /// <summary>One element on the form.</summary>
    public sealed class FormElement
    {
        public IdentityElement Element { get; set; }

        /// <summary>Null as long as nothing is chosen.</summary>
        public bool? Conforms { get; set; }

        public string? Reason { get; set; }
    }
}
