using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>One proposed change: which texts of a file it would touch; published or given up here.</summary>
public sealed class ChangePage : GovPage
{
    internal ReadChange.Detail Change { get; private set; } = null!;

    /// <summary>Files that it can be previewed over, for whoever may; empty while it can't be.</summary>
    internal IReadOnlyList<SelectListItem> Files { get; private set; } = [];

    internal bool MayManage =>
        HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[ScreeningPermissions.ManageTerms].IsGrantedTo(Me);

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostPublish(Guid id, int version)
    {
        var outcome = await Send(new PublishChange.Command(id, version));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? refusal)
            : Next("/screening/terms", $"已发布第 {outcome.Value} 版，查名称立即生效，此后开始排查的文件按新版。");
    }

    public async Task<IActionResult> OnPostRedo(Guid id, bool drop, Guid? fileId)
    {
        var outcome = await Send(new RedoChange.Command(id, drop, fileId));
        return outcome.Refusal is { } refusal ? Refuse(await Load(id) ?? refusal)
            : drop ? Next("/screening/terms", "变更已放弃。")
            : Next($"/screening/terms/changes/{id}");
    }

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadChange.Query(id));
        Change = outcome.Succeeded ? outcome.Value : Change;
        Files = outcome.Succeeded && MayManage && Change.State is ChangeState.Ready or ChangeState.Failed
            ? PreviewFileOptions.Of(await Send(new ListPreviewFiles.Query()), Change.FileNumber)
            : [];
        return outcome.Refusal;
    }
}
