using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.Web.Api;

/// <summary>OAuth 2 client credentials. OpenIddict has checked the client and its secret before this runs.</summary>
internal static class TokenEndpoint
{
    private const string ScopePrefix = OpenIddictConstants.Permissions.Prefixes.Scope;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/connect/token", Issue).AllowAnonymous().DisableAntiforgery()
            .WithTags("Sign-in")
            .WithSummary("接口客户端以 OAuth 2 客户端凭证换取访问令牌，有效期 30 分钟；省略 scope 即为该客户端的全部权限。")
            .RequireRateLimiting(OrganisationModule.SignInLimit);

    private static async Task<IResult> Issue(HttpContext http, IOpenIddictApplicationManager clients)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var client = await clients.FindByClientIdAsync(request.ClientId!) ?? throw new InvalidOperationException("The client vanished.");

        // Without a scope parameter: all scopes of the client. With one, OpenIddict has refused what the client lacks.
        var asked = request.GetScopes();
        var scopes = asked.IsEmpty ? await ScopesOf(clients, client) : asked;

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, request.ClientId);
        identity.SetClaim(GovClaims.Client, request.ClientId);
        identity.SetClaim(GovClaims.Scope, string.Join(' ', scopes));
        identity.SetScopes(scopes);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<ImmutableArray<string>> ScopesOf(IOpenIddictApplicationManager clients, object client) =>
        [.. (await clients.GetPermissionsAsync(client))
            .Where(p => p.StartsWith(ScopePrefix, StringComparison.Ordinal)).Select(p => p[ScopePrefix.Length..])];
}
