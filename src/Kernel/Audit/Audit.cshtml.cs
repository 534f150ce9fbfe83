using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>操作日志: the list, and its export.</summary>
public sealed class AuditPage : GovPage
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Called "what" in the address: "action" belongs to routing.</summary>
    [BindProperty(SupportsGet = true, Name = "what")]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuditResult? Result { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Institution { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Record { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    internal ListPage<ListAuditEntries.Item>? List { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid) return Refuse(new(Measures.RefusalKind.Shape, []));
        var outcome = await Send(new ListAuditEntries.Query(Filter, PageRequest.Of(Number, Size)));
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        List = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetExport(string? format) => ModelState.IsValid
        ? await Export(new ExportAuditEntries.Command(Filter), format)
        : Refuse(new(Measures.RefusalKind.Shape, []));

    private AuditFilter Filter => new()
    {
        Person = Person,
        Action = Action,
        Result = Result,
        Code = Code,
        Institution = Institution,
        RecordId = Record,
        From = From,
        To = To,
    };
}
