using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>机构名录: what the register holds, for everybody.</summary>
public sealed class InstitutionsPage : GovPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public InstitutionLevel? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "parent")]
    public string? Parent { get; set; }

    [BindProperty(SupportsGet = true, Name = "unsettled")]
    public bool Unsettled { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? P { get; set; }

    [BindProperty(SupportsGet = true, Name = "size")]
    public int? Size { get; set; }

    internal ListPage<ListInstitutions.Item> List { get; private set; } = new([], 1, PageRequest.DefaultSize, 0, false);

    internal CountInstitutions.Answer Counts { get; private set; } = new([], 0);

    public bool MayManage => Me.Has(Duties.SystemAdministrator);

    /// <summary>Where the count stopped, a full page is taken to have another behind it.</summary>
    public bool HasMore => List.TotalIsCapped ? List.Items.Count == List.PageSize : List.Page * List.PageSize < List.Total;

    private ListInstitutions.Query Query => new(Q, Level, Parent?.Trim(), Unsettled, Sort, PageRequest.Of(P, Size));

    public Task<IActionResult> OnGetExport(string? format) => Export(new ExportInstitutions.Command(Query), format);

    public async Task<IActionResult> OnGet()
    {
        var list = await Send(Query);
        var counts = await Send(new CountInstitutions.Query());
        if ((list.Refusal ?? counts.Refusal) is { } refusal)
        {
            return Refuse(refusal);
        }
        (List, Counts) = (list.Value, counts.Value);
        return Page();
    }
}
