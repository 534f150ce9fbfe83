using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Kernel.Web.TagHelpers;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Edit;

/// <summary>填写申请表: annex 1, parts A to E. What it does with the posts is in EditPage.Posts.cs.</summary>
internal sealed partial class EditPage(GovSettings settings) : GovPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The form as the person opened it, to tell what they changed from what a colleague changed.</summary>
    [BindProperty]
    public string? Base { get; set; }

    [BindProperty]
    public ApplicationForm Form { get; set; } = new();

    [BindProperty]
    public List<Purposes> Purposes { get; set; } = [];

    [BindProperty]
    public IFormFile? Avatar { get; set; }

    [BindProperty]
    public List<IFormFile> ServicePageDesign { get; set; } = [];

    [BindProperty]
    public IFormFile? OperatingAgreement { get; set; }

    [BindProperty]
    public IFormFile? ImpactAssessment { get; set; }

    [BindProperty]
    public IFormFile? ContingencyPlan { get; set; }

    public GovSettings Settings => settings;

    public OpenForm.Opened Opened { get; private set; } = null!;

    /// <summary>Whether a precheck found nothing against a submission.</summary>
    public bool WouldPass { get; private set; }

    /// <summary>The sentence above the refusals; null for the kit's own.</summary>
    public string? Heading { get; private set; }

    /// <summary>Where somebody else's content and what was typed here differ; null while nobody was quicker.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    public string Address => $"/registration/applications/{Id}";

    /// <summary>Article 6 leaves no choice: the name is filled in and can't be typed.</summary>
    public bool NameIsFixed => Opened.UnifiedName is not null && IsOpen("name");

    public IEnumerable<SelectListItem> Plans => Opened.Plans.Select(p => new SelectListItem(p.Text, p.Id.ToString()));

    public static IReadOnlyList<SelectListItem> YesNo { get; } = [new("是", "true"), new("否", "false")];

    public static IReadOnlyList<SelectListItem> PurposeChoices { get; } =
        [.. Enum.GetValues<Purposes>().Where(p => p != Applications.Purposes.None).Select(p => new SelectListItem(AnnexText.Word(p), p.ToString()))];

    public async Task<IActionResult> OnGet()
    {
        if (await Load() is { } refused)
        {
            return refused;
        }
        if (!Opened.State.IsEditable())
        {
            return Redirect(Address);
        }
        (Form, Version) = (Opened.Form, Opened.Version);
        Form.Name = NameIsFixed ? Opened.UnifiedName : Form.Name;
        ShowPurposes();
        return Page();
    }

    private void ShowPurposes() =>
        Purposes = [.. Enum.GetValues<Purposes>().Where(p => p != Applications.Purposes.None && Form.Purposes.HasFlag(p))];

    /// <summary>Whether a return left this field to be changed; everything while the application has moved on and the typed text is only kept.</summary>
    public bool IsOpen(string field) => Opened.OpenFields is null || Opened.OpenFields.Contains(field);

    public IReadOnlyList<ReadApplication.CommentItem> CommentsAt(string field) => [.. Opened.Comments.Where(c => c.Field == field)];

    public IReadOnlyList<ReadApplication.FileItem> FilesIn(FileSlot slot) => [.. Opened.Files.Where(f => f.Slot == slot.Field())];

    /// <summary>The class of a part in the side list, for whoever has no JavaScript.</summary>
    public string? MarkOf(AnnexPart part)
    {
        bool Holds(Breach breach) => breach.Field is { } field && part.Fields.Contains(field.Split('.')[0]);
        if (ViewData.GetBreaches().Any(b => !b.IsAdvice && Holds(b)))
        {
            return "has-breach";
        }
        FileSlot[] slots = [.. Enum.GetValues<FileSlot>().Where(s => FilesIn(s).Count > 0)];
        var missing = Rules.Check(
            IdentityRules.ElementsPresent(Form.Name, slots), FormRules.FormComplete(Opened.AccountForm, Form, slots, settings.NameWidth)).Breaches;
        return missing.Any(Holds) || (part.Fields.Contains("planId") && Form.PlanId is null) ? null : "is-done";
    }

    private async Task<IActionResult?> Load()
    {
        var opened = await Send(new OpenForm.Query(Id));
        if (opened.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Opened = opened.Value;
        Base ??= FormChanges.ToJson(Opened.Form).ToJsonString();
        return null;
    }

    /// <param name="Label">The field as the form calls it.</param>
    /// <param name="Theirs">What is stored now.</param>
    /// <param name="Mine">What was typed here.</param>
    internal sealed record Difference(string Label, string Theirs, string Mine);
}
