using Microsoft.AspNetCore.Mvc.Rendering;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.People;

/// <summary>Departments and duties to choose from.</summary>
internal static class PersonChoices
{
    /// <summary>All departments; a name that depends on the level is the head office's.</summary>
    public static IReadOnlyList<SelectListItem> Departments { get; } =
        [.. Enum.GetValues<DepartmentKind>().Select(d => new SelectListItem(d.Chinese(InstitutionLevel.HeadOffice), d.ToString()))];

    public static IReadOnlyList<SelectListItem> DutiesToGrant { get; } =
        [.. Enum.GetValues<Duties>().Where(d => d != Duties.None).Select(d => new SelectListItem(d.Chinese(), d.ToString()))];
}
