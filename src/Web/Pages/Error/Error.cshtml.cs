using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Web.Api;

namespace WeChatBankGov.Web.Pages.Error;

/// <summary>Every status without a page of its own: what happened, and where to go next.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : GovPage
{
    public int Status { get; private set; }

    public string Heading => Problems.TitleOf(Status);

    public Refusal? Refusal => RefusalOf(HttpContext);

    /// <summary>The size that the request was allowed; null when nothing limits it.</summary>
    public string? Limit => BodyAnswers.Limit(HttpContext);

    public void OnGet(int status)
    {
        Status = status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
