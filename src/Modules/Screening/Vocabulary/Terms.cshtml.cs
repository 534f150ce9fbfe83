using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Dismissals;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>字样与例外: kept by the administrator; every change is previewed before it is published.</summary>
public sealed class TermsPage : GovPage
{
    /// <summary>What is typed; a branch's false alarm comes with its phrase in the address.</summary>
    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    /// <summary>The page of what branches dismissed.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    internal ReadVocabulary.Detail Vocabulary { get; private set; } = null!;

    internal ListPage<ListDismissals.Item> Dismissed { get; private set; } = null!;

    /// <summary>Files that a change can be previewed over; nobody else's business than who changes.</summary>
    internal IReadOnlyList<SelectListItem> Files { get; private set; } = [];

    internal bool MayManage =>
        HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[ScreeningPermissions.ManageTerms].IsGrantedTo(Me);

    internal static IEnumerable<SelectListItem> Kinds { get; } =
    [
        new("增加字样：命中算违规", "AddTerm"), new("增加字样：命中作提示", "AddAdvice"),
        new("增加例外：命中降为提示", "AddException"), new("增加例外：不算命中", "Suppress"),
    ];

    public async Task<IActionResult> OnGet(string? phrase)
    {
        Form.Text = phrase;
        Form.Kind = phrase is null ? Form.Kind : "AddException";
        return await Load() is { } refusal ? Refuse(refusal) : Page();
    }

    public Task<IActionResult> OnPost() => Propose(new(
        Form.Kind switch
        {
            "AddTerm" or "AddAdvice" => ChangeKind.AddTerm,
            "AddException" or "Suppress" => ChangeKind.AddException,
            _ => null,
        },
        Form.Text, Form.Kind is "AddAdvice" or "Suppress", Form.Pinyin, Form.Reason, Form.FileId));

    public Task<IActionResult> OnPostRemove(bool exception, string? text, string? reason) =>
        Propose(new(exception ? ChangeKind.RemoveException : ChangeKind.RemoveTerm, text, false, false, reason));

    private async Task<IActionResult> Propose(ProposeChange.Command command)
    {
        var outcome = await Send(command);
        return outcome.Refusal is { } refusal
            ? Refuse(await Load() ?? refusal)
            : Next($"/screening/terms/changes/{outcome.Value}", "变更已记下，发布之前不生效。");
    }

    private async Task<Refusal?> Load()
    {
        var outcome = await Send(new ReadVocabulary.Query());
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }
        Vocabulary = outcome.Value;
        Files = MayManage ? PreviewFileOptions.Of(await Send(new ListPreviewFiles.Query())) : [];
        var dismissed = await Send(new ListDismissals.Query(null, PageRequest.Of(Number, null)));
        Dismissed = dismissed.Succeeded ? dismissed.Value : Dismissed;
        return dismissed.Refusal;
    }

    /// <summary>The form.</summary>
    public sealed class ChangeForm
    {
        public string? Kind { get; set; } = "AddTerm";

        public string? Text { get; set; }

        public bool Pinyin { get; set; } = true;

        public string? Reason { get; set; }

        public Guid? FileId { get; set; }
    }
}
