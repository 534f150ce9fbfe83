using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Files;

/// <summary>排查文件: the files that were imported.</summary>
internal sealed class FilesPage(PermissionCatalogue permissions) : GovPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public FileState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    public ListPage<ListFiles.Item>? List { get; private set; }

    public bool MayImport => permissions[ScreeningPermissions.Import].IsGrantedTo(Me);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid)
        {
            return Refuse(new(RefusalKind.Shape, []));
        }
        var outcome = await Send(new ListFiles.Query(Q, State, PageRequest.Of(Number, Size)));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        List = outcome.Value;
        return Page();
    }
}
