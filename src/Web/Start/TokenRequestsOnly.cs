using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WeChatBankGov.Web.Start;

/// <summary>
/// The authorization server looks at a request before anybody else does, to see whether it is one of its own. Its only address is
/// the token endpoint's; all the others are spared the look, which costs as much as reading the sign-in.
/// </summary>
internal sealed class TokenRequestsOnly(IOptions<AuthenticationOptions> options, IHttpContextAccessor http) : AuthenticationSchemeProvider(options)
{
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        http.HttpContext?.Request.Path.StartsWithSegments("/connect") == true ? base.GetRequestHandlerSchemesAsync() : Task.FromResult<IEnumerable<AuthenticationScheme>>([]);
}
