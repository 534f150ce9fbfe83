using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Annex;

namespace WeChatBankGov.Registration.Read;

/// <summary>附件1 as the bank's A4 form, with the opinions filled in and blanks for the seals.</summary>
internal sealed class PrintPage(BankOptions bank) : GovPage
{
    public string Bank => bank.FullName;

    public ReadApplication.Detail Detail { get; private set; } = null!;

    public AnnexOpinions Opinions { get; private set; } = null!;

    public string FilesIn(string field) => string.Join("、", Detail.Files.Where(f => f.Slot == field).Select(f => f.FileName));

    public async Task<IActionResult> OnGet(Guid id)
    {
        var read = await Send(new ReadApplication.Query(id));
        if (read.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Detail = read.Value;
        Opinions = AnnexOpinions.Of(Detail.Timeline);
        return Page();
    }
}
