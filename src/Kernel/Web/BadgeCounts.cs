using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Web;

/// <summary>
/// The numbers in the navigation, which every page shows: counted anew when this host has written anything since, and after
/// five seconds, in which another host may have.
/// </summary>
public sealed class BadgeCounts(IMemoryCache cache, WriteGate writes)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>0 for an item without a number.</summary>
    public async ValueTask<int> Of(NavigationItem item, CurrentPerson person, HttpContext http)
    {
        if (item.Badge is not { } badge)
        {
            return 0;
        }
        var (key, written) = ((typeof(BadgeCounts), person.Id, item.Href), writes.Passages);
        if (cache.TryGetValue(key, out Counted? counted) && counted!.Written == written)
        {
            return counted.Count;
        }
        var count = await badge(http);
        cache.Set(key, new Counted(count, written), KeptFor);
        return count;
    }

    /// <param name="Count">The number.</param>
    /// <param name="Written">How much had been written before it was counted.</param>
    private sealed record Counted(int Count, long Written);
}
