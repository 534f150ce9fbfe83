using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.People;

/// <summary>One person: the system administrator's forms and the security administrator's, each shown to its own only.</summary>
public sealed class PersonDetailsPage : GovPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? InstitutionCode { get; set; }

    [BindProperty]
    public DepartmentKind? Department { get; set; }

    [BindProperty]
    public List<Duties> Duties { get; set; } = [];

    [BindProperty(Name = "active")]
    public bool Active { get; set; }

    /// <summary>The version that the forms were filled in on.</summary>
    [BindProperty(Name = "stamp")]
    public string? Stamp { get; set; }

    internal ReadPerson.Answer? Found { get; private set; }

    /// <summary>Shown in the answer to the reset, and never again.</summary>
    public string? NewPassword { get; private set; }

    public bool MayManage => Me.Has(Kernel.People.Duties.SystemAdministrator);

    public bool MayGrant => Me.Has(Kernel.People.Duties.SecurityAdministrator);

    public bool IsMyself => Me.Id == Found!.Id;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id, fill: true) ?? Page();

    public async Task<IActionResult> OnPostEdit(Guid id) => await Answer(id, await Send(new EditPerson.Command(
        id, Stamp ?? "", Name?.Trim() ?? "", InstitutionCode?.Trim() ?? "", Department)), "人员信息已保存。");

    public async Task<IActionResult> OnPostDuties(Guid id) => await Answer(id, await Send(new GrantDuties.Command(
        id, Stamp ?? "", Duties.Aggregate(Kernel.People.Duties.None, (all, duty) => all | duty))), "职责已授予，该人员须重新登录。");

    public async Task<IActionResult> OnPostActive(Guid id) =>
        await Answer(id, await Send(new SetActive.Command(id, Stamp ?? "", Active)), Active ? "已恢复。" : "已停用，该人员的登录将结束。");

    public async Task<IActionResult> OnPostReset(Guid id)
    {
        var outcome = await Send(new ResetPassword.Command(id, Stamp ?? ""));
        if (outcome.Refusal is not null)
        {
            return await Answer(id, outcome, "");
        }
        ModelState.Clear();
        NewPassword = outcome.Value.Password;
        return await Load(id, fill: true) ?? Page();
    }

    private async Task<IActionResult> Answer<T>(Guid id, Outcome<T> outcome, string flash) => outcome.Refusal is not { } refusal
        ? Next($"/organisation/people/{id}", flash)
        : await Load(id, fill: Name is null) ?? Refuse(refusal);

    /// <param name="id">The person.</param>
    /// <param name="fill">Whether the forms show what is stored; else what was typed stays.</param>
    private async Task<IActionResult?> Load(Guid id, bool fill)
    {
        var found = await Send(new ReadPerson.Query(id));
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Found = found.Value;
        // The new version goes with what is shown: the person has then seen what the colleague changed.
        Stamp = Found.Stamp;
        if (fill)
        {
            (Name, InstitutionCode, Department) = (Found.Name, Found.InstitutionCode, Found.Department);
        }
        if (fill && Duties.Count == 0)
        {
            Duties = [.. Enum.GetValues<Duties>().Where(d => d != Kernel.People.Duties.None && Found.Duties.HasFlag(d))];
        }
        return null;
    }
}
