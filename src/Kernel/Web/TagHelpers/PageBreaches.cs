using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// Carries the refusals of a command from the page model to the helpers that show them. Kept in the page's ViewData: it lives
/// as long as the answer and no longer.
/// </summary>
public static class PageBreaches
{
    private const string ViewDataKey = "WeChatBankGov.Breaches";

    /// <summary>Shows these breaches on the page: in the summary and at their fields.</summary>
    public static void SetBreaches(this ViewDataDictionary viewData, IReadOnlyList<Breach> breaches) => viewData[ViewDataKey] = breaches;

    /// <summary>The breaches set before; empty when there are none.</summary>
    public static IReadOnlyList<Breach> GetBreaches(this ViewDataDictionary viewData) =>
        viewData[ViewDataKey] as IReadOnlyList<Breach> ?? [];

    /// <summary>Breaches, then what model binding had to say, each message once for a field.</summary>
    internal static List<Breach> AllBreaches(this ViewDataDictionary viewData)
    {
        var all = new List<Breach>();
        var seen = new HashSet<(string, string)>();
        foreach (var breach in viewData.GetBreaches())
            Add(breach);
        foreach (var (name, entry) in viewData.ModelState)
        {
            foreach (var error in entry.Errors)
                Add(Breach.OfShape(name.Length == 0 ? null : name, Message(error)));
        }
        return all;

        void Add(Breach breach)
        {
            if (seen.Add((breach.Field is null ? "" : FieldPath.Key(breach.Field), breach.Message)))
                all.Add(breach);
        }
    }

    /// <summary>What stands at one field.</summary>
    internal static List<Breach> BreachesAt(this ViewDataDictionary viewData, string key) =>
        viewData.GetBreaches().Count == 0 && viewData.ModelState.ErrorCount == 0
            ? []
            : viewData.AllBreaches().FindAll(breach => breach.Field is not null && FieldPath.Key(breach.Field) == key);

    private static string Message(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : "填写的内容无法识别，请按提示的格式重新填写";
}
