using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.People;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>One institution; its people for those who administer them; the place name to settle (R06-2).</summary>
public sealed class InstitutionDetailsPage : GovPage
{
    [BindProperty]
    public string? PlaceName { get; set; }

    [BindProperty(Name = "version")]
    public int? Version { get; set; }

    internal ReadInstitution.Answer? Found { get; private set; }

    /// <summary>The first hundred; null for whoever may not see them.</summary>
    internal IReadOnlyList<ListPeople.Item>? People { get; private set; }

    public bool MayManage => Me.Has(Duties.SystemAdministrator);

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ?? Page();

    public async Task<IActionResult> OnPost(Guid id)
    {
        var outcome = await Send(new SettlePlaceName.Command(id, Version ?? 0, PlaceName ?? ""));
        return outcome.Refusal is not { } refusal
            ? Next($"/organisation/institutions/{id}", "地名已确定。")
            : await Load(id) ?? Refuse(refusal);
    }

    private async Task<IActionResult?> Load(Guid id)
    {
        var found = await Send(new ReadInstitution.Query(id));
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Found = found.Value;
        if (OrganisationPermissions.SeesPeople(Me))
        {
            var people = await Send(new ListPeople.Query(
                null, Found.Institution.Code, null, null, null, PageRequest.Of(1, PageRequest.MaxSize)));
            People = people.Succeeded ? people.Value.Items : null;
        }
        return null;
    }
}
