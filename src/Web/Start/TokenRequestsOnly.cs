using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WeChatBankGov.Web.Start;

/// <summary>
/// The authorization server looks at a request before anybody else does, to see whether it is one of its own: one for a token, or one
/// that bears a token. All the others are spared the look, which costs as much as reading the sign-in.
/// </summary>
internal sealed class TokenRequestsOnly(IOptions<AuthenticationOptions> options, IHttpContextAccessor http) : AuthenticationSchemeProvider(options)
{
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        http.HttpContext is { Request: var request } && (request.Path.StartsWithSegments("/connect") || SignInAndClients.BearsToken(request))
            ? base.GetRequestHandlerSchemesAsync()
            : Task.FromResult<IEnumerable<AuthenticationScheme>>([]);
}
