using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.List;

/// <summary>注册申请: the list, and its export.</summary>
internal sealed class ApplicationsPage(PermissionCatalogue permissions) : GovPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountForm? Form { get; set; }

    /// <summary>Submitted on this Beijing day or later.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Submitted on this Beijing day or earlier.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    public ListPage<ListApplications.Item>? List { get; private set; }

    public bool MayApply => permissions[RegistrationPermissions.Apply].IsGrantedTo(Me);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null || Form is not null || From is not null || To is not null;

    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid)
        {
            return Refuse(new(RefusalKind.Shape, []));
        }
        var outcome = await Send(Filter);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        List = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetExport(string? format) => ModelState.IsValid
        ? await Export(new ExportApplications.Command(Filter), format)
        : Refuse(new(RefusalKind.Shape, []));

    private ListApplications.Query Filter => new(Q, State, Form, InstitutionId: null, From, To, Sort, PageRequest.Of(Number, Size));
}
