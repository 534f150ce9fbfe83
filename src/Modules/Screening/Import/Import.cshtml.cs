using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Screening.Import;

/// <summary>导入排查文件. The server lets 200 MB and the form around them through, more than any other page.</summary>
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit)]
[RefusesUnread(Limit)]
public sealed class ImportPage : GovPage
{
    private const long Limit = ScreeningSettings.LargestFile + (8 << 20);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    internal ScreeningSettings Settings => HttpContext.RequestServices.GetRequiredService<ScreeningSettings>();

    /// <param name="tooLarge">After an upload that nobody read: see <see cref="RefusesUnreadAttribute"/>.</param>
    public IActionResult OnGet(bool tooLarge = false)
    {
        var permission = HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[ScreeningPermissions.Import];
        return !permission.IsGrantedTo(Me) ? Refuse(Outcome.Forbidden(permission.Refusal))
            : tooLarge ? Refuse(Outcome.Shape("upload", Settings.TooLarge))
            : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var content = Upload?.OpenReadStream();
        var outcome = await Send(new ImportFile.Command(content, Upload?.FileName));
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : Next($"/screening/files/{outcome.Value.Id}", $"文件已加密保存，编号 {outcome.Value.Number}，正在排查。");
    }
}
