using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.People;

/// <summary>新增人员, by the system administrator.</summary>
public sealed class NewPersonPage : GovPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? InstitutionCode { get; set; }

    [BindProperty]
    public DepartmentKind? Department { get; set; }

    /// <summary>Shown in the answer itself and never kept: who leaves the page without noting the password resets it.</summary>
    internal CreatePerson.Created? Created { get; private set; }

    public IActionResult OnGet() => Me.Has(Duties.SystemAdministrator)
        ? Page()
        : Refuse(Outcome.Forbidden(Breach.OfShape(null, "人员由系统管理员维护。请联系系统管理员办理。")));

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Send(new CreatePerson.Command(
            Number?.Trim() ?? "", Name?.Trim() ?? "", InstitutionCode?.Trim() ?? "", Department));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Created = outcome.Value;
        return Page();
    }
}
