using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web.TagHelpers;

namespace WeChatBankGov.Kernel.Web;

/// <summary>What every page can do: send requests through the pipeline, and show a refusal without losing what was typed.</summary>
public abstract class GovPage : PageModel
{
    private static readonly object RefusalKey = new();

    /// <summary>The last page of the list that was read, when a page behind it was asked for.</summary>
    private int? _lastPage;

    public CurrentPerson Me => field ??= HttpContext.RequestServices.GetRequiredService<CurrentPerson>();

    /// <summary>The refusal that a status page shows, when there is one.</summary>
    public static Refusal? RefusalOf(HttpContext context) => context.Items[RefusalKey] as Refusal;

    /// <summary>A form posted to a handler that the page does not have: 405, instead of a page that nothing was loaded for.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <summary>
    /// A list of which a page was asked for that it does not have, or no longer has, is shown from its last page: an empty one would
    /// say that there is nothing at all.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (_lastPage is { } last && context.Result is PageResult && HttpMethods.IsGet(Request.Method))
        {
            context.Result = new LocalRedirectResult(PagerTagHelper.Address(Request, PagerTagHelper.DefaultKey, last));
        }
    }

    protected async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request)
    {
        var outcome = await HttpContext.RequestServices.GetRequiredService<ISender>().Send(request, HttpContext.RequestAborted);
        if (outcome is { Succeeded: true, Value: IPageOfList { LastPage: { } last } })
        {
            _lastPage = last;
        }
        return outcome;
    }

    /// <summary>
    /// Shows the refusal: not found and forbidden as pages of their own, everything else on this page again, at the fields,
    /// with the matching status.
    /// </summary>
    protected IActionResult Refuse(Refusal refusal)
    {
        if (refusal.Kind is RefusalKind.NotFound or RefusalKind.Forbidden)
        {
            HttpContext.Items[RefusalKey] = refusal;
            return StatusCode(Problems.StatusOf(refusal.Kind));
        }
        Response.StatusCode = Problems.StatusOf(refusal.Kind);
        ViewData.SetBreaches(refusal.Breaches);
        return Page();
    }

    /// <summary>The list as a file, or the refusal.</summary>
    protected async Task<IActionResult> Export(IRequest<Outcome<Table>> request, string? format)
    {
        var outcome = await Send(request);
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : outcome.Value.As(format, HttpContext.RequestServices.GetRequiredService<TimeProvider>().BeijingToday());
    }

    /// <summary>For a handler that answers a script: an API's answer as a page's.</summary>
    protected static IActionResult Answer(IResult result) => new PlainAnswer(result);

    /// <summary>303 to the next page with a message shown once at its top.</summary>
    protected IActionResult Next(string url, string? flash = null)
    {
        if (flash is not null)
        {
            TempData["Flash"] = flash;
        }
        return new SeeOther(url);
    }

    private sealed class PlainAnswer(IResult result) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
    }

    /// <summary>The same, with a link behind the message.</summary>
    protected IActionResult Next(string url, string flash, string linkText, string linkHref)
    {
        TempData["FlashLink"] = linkText;
        TempData["FlashHref"] = linkHref;
        return Next(url, flash);
    }

    /// <summary>303: the next request is a GET whatever this one was.</summary>
    private sealed class SeeOther(string url) : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = 303;
            context.HttpContext.Response.Headers.Location = url;
        }
    }
}
