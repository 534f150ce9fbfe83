using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>The second step of an import: what it would do, and doing it.</summary>
public sealed class ImportReportPage : GovPage
{
    /// <summary>How many lines of each list stand on the page.</summary>
    public const int Shown = 200;

    [BindProperty(Name = "seal")]
    public string? Seal { get; set; }

    internal ReadRegisterReport.Answer? Found { get; private set; }

    internal IEnumerable<(string Title, IReadOnlyList<LineNote> Notes)> Lists
    {
        get
        {
            (string Title, IReadOnlyList<LineNote> Notes)[] lists =
                [("错误", Found!.Report.Errors), ("提示", Found.Report.Warnings), ("变更", Found.Report.Changed)];
            return lists.Where(list => list.Notes.Count > 0);
        }
    }

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ?? Page();

    public async Task<IActionResult> OnPost(Guid id)
    {
        var outcome = await Send(new ImportRegister.Command(id, Seal ?? ""));
        return outcome.Refusal is { } refusal
            ? await Load(id) ?? Refuse(refusal)
            : Next("/organisation/institutions", $"名录已导入：新增 {outcome.Value.New:N0} 家，变更 {outcome.Value.Changed.Count:N0} 家。");
    }

    private async Task<IActionResult?> Load(Guid id)
    {
        var found = await Send(new ReadRegisterReport.Query(id));
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Found = found.Value;
        return null;
    }
}
