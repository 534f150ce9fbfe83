using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>The address of the page one is on with some keys of its query changed; the filter stays.</summary>
internal static class AddressQuery
{
    /// <summary>A relative address, not yet HTML-encoded. A change to null drops the key.</summary>
    public static string With(HttpRequest request, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            // "handler" names a page's POST or GET handler, which another page of the list must not repeat.
            if (key.Equals("handler", StringComparison.OrdinalIgnoreCase) || Changed(key, changes))
                continue;
            foreach (var value in values)
            {
                if (!string.IsNullOrEmpty(value))
                    query.Add(key, value);
            }
        }
        foreach (var (key, value) in changes)
        {
            if (value is not null)
                query.Add(key, value);
        }
        return request.PathBase.Add(request.Path).ToUriComponent() + query.ToQueryString().ToUriComponent();
    }

    private static bool Changed(string key, ReadOnlySpan<(string Key, string? Value)> changes)
    {
        foreach (var (changed, _) in changes)
        {
            if (key.Equals(changed, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
