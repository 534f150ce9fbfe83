using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Web;

/// <summary>
/// One line of the navigation on the left. A module registers its own as singletons; the layout gathers and orders them.
/// </summary>
/// <param name="Title">What stands on the screen.</param>
/// <param name="Href">The address from the root, such as <c>/applications</c>; it is marked as current for everything below it.</param>
/// <param name="Group">The heading it stands under; groups come in the order of their smallest <paramref name="Order"/>.</param>
/// <param name="Order">The place among all items.</param>
/// <param name="Visible">
/// Whether this person sees it. Only a convenience: the page behind it checks the permission itself.
/// </param>
public sealed record NavigationItem(string Title, string Href, string Group, int Order, Func<CurrentPerson, bool> Visible)
{
    /// <summary>A number behind the title (items waiting, say); 0 shows nothing. Asked once for each page, so it has to be cheap.</summary>
    public Func<HttpContext, ValueTask<int>>? Badge { get; init; }

    /// <summary>Whether <paramref name="path"/> is this item's page or lies below it.</summary>
    public bool Holds(PathString path) =>
        Href == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
