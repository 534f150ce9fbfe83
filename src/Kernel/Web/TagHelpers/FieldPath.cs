namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// One spelling for what the API calls <c>administrator.mobile</c> and a page calls <c>Form.Administrator.Mobile</c>, so that a
/// breach finds its field and the summary finds the place to link to.
/// </summary>
internal static class FieldPath
{
    private static readonly string[] Prefixes = ["form-", "input-"];

    /// <summary>Lower case, separators as hyphens, without a leading Form or Input: <c>administrator-mobile</c>.</summary>
    public static string Key(string name)
    {
        var key = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(source[i]) ? char.ToLowerInvariant(source[i]) : '-';
        }).Replace("--", "-", StringComparison.Ordinal).Trim('-');
        foreach (var prefix in Prefixes)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                return key[prefix.Length..];
        }
        return key;
    }

    /// <summary>The id of the element that holds a field, its refusals included.</summary>
    public static string Anchor(string key) => "field-" + key;
}
