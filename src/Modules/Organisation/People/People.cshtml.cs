using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.People;

/// <summary>人员与职责, for administrators and auditors.</summary>
public sealed class PeoplePage : GovPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "institution")]
    public string? Institution { get; set; }

    [BindProperty(SupportsGet = true, Name = "department")]
    public DepartmentKind? Department { get; set; }

    [BindProperty(SupportsGet = true, Name = "duty")]
    public Duties? Duty { get; set; }

    [BindProperty(SupportsGet = true, Name = "active")]
    public bool? Active { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? P { get; set; }

    [BindProperty(SupportsGet = true, Name = "size")]
    public int? Size { get; set; }

    internal ListPage<ListPeople.Item> List { get; private set; } = new([], 1, PageRequest.DefaultSize, 0, false);

    public bool MayManage => Me.Has(Duties.SystemAdministrator);

    public bool HasMore => List.TotalIsCapped ? List.Items.Count == List.PageSize : List.Page * List.PageSize < List.Total;

    public async Task<IActionResult> OnGet()
    {
        var list = await Send(new ListPeople.Query(Q, Institution, Department, Duty, Active, PageRequest.Of(P, Size)));
        if (list.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        List = list.Value;
        return Page();
    }
}
