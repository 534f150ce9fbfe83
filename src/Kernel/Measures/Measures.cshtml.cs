using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>管理办法: every article beside the rules that rest on it.</summary>
public sealed class MeasuresPage : GovPage
{
    internal IReadOnlyList<ListArticles.Item> Articles { get; private set; } = [];

    internal IReadOnlyDictionary<string, ListRules.Item> Rules { get; private set; } = new Dictionary<string, ListRules.Item>();

    public async Task<IActionResult> OnGet()
    {
        var articles = await Send(new ListArticles.Query());
        if (articles.Refusal is { } refusal) return Refuse(refusal);
        var rules = await Send(new ListRules.Query());
        if (rules.Refusal is { } hidden) return Refuse(hidden);
        Articles = articles.Value;
        Rules = rules.Value.ToDictionary(r => r.Code);
        return Page();
    }
}
