using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Verify;

/// <summary>这是我行的吗: one box for a name, an AppID or an original id.</summary>
public sealed partial class VerifyPage : GovPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Null before anything was asked.</summary>
    internal new VerifyAccount.Answer? Answer { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (string.IsNullOrWhiteSpace(Q))
        {
            return Page();
        }
        var asked = Q.Trim();
        var outcome = await Send(OriginalId().IsMatch(asked) ? new VerifyAccount.Query(null, null, asked)
            : AppId().IsMatch(asked) ? new(null, asked, null)
            : new(asked, null, null));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal with { Breaches = [.. refusal.Breaches.Select(b => b with { Field = "q" })] });
        }
        Answer = outcome.Value;
        return Page();
    }

    internal static (string Tone, string Word) Badge(Verdict verdict) => verdict switch
    {
        Verdict.Official => ("ok", "是本行账号"),
        Verdict.Lapsed => ("warn", "已失效，暂不得对外服务"),
        Verdict.LookAlike => ("stop", "不是本行账号，名称相似"),
        Verdict.Unknown => ("stop", "不是本行账号"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
    };

    [GeneratedRegex("^gh_[0-9a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex OriginalId();

    [GeneratedRegex("^wx[0-9a-f]{16}$", RegexOptions.IgnoreCase)]
    private static partial Regex AppId();
}
