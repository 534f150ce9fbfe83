using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Screening.Import;

/// <summary>
/// A form so large that the server would not read it to its token: without this it ends in a page of its own that knows no limit.
/// Leads to the empty form, which says it at the field.
/// </summary>
/// <param name="limit">Bytes of the whole form.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RefusesUnreadAttribute(long limit) : AnswersTooLargeAttribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the token is looked for, which reads the form.</summary>
    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > limit)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.HttpContext.Response.Headers.Location = request.PathBase + request.Path + "?tooLarge=true";
            context.Result = new EmptyResult();
        }
    }
}
