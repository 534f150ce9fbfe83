using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Account;

/// <summary>Whoever signed in with a one-time password goes nowhere before choosing their own.</summary>
internal static class OneTimePasswordGate
{
    public static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!OrganisationModule.MustChangePassword(http.User) || IsOpen(http))
        {
            await next(http);
        }
        else if (http.Request.Path.StartsWithSegments("/api"))
        {
            await Problems.Of(StatusCodes.Status403Forbidden, "请先登录平台修改一次性密码，再调用接口。").ExecuteAsync(http);
        }
        else
        {
            http.Response.Redirect("/account/password");
        }
    });

    private static bool IsOpen(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/account/password") || http.Request.Path.StartsWithSegments("/sign-out")
        || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
