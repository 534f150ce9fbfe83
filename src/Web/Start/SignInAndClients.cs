using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Validation.AspNetCore;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Web.Start;

/// <summary>People sign in with a cookie; scripts with OAuth 2 client credentials. An API call is never sent to the sign-in page.</summary>
internal static class SignInAndClients
{
    private const string CookieOrToken = "cookie-or-token";

    public static void AddSignInAndClients(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("WeChatBankGov").PersistKeysToDbContext<GovDbContext>();
        services.AddSingleton<IAuthenticationSchemeProvider, TokenRequestsOnly>();
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, scheme => scheme.ForwardDefaultSelector = context =>
                BearsToken(context.Request)
                    ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
                    : IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "wechatbankgov";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.Events.OnValidatePrincipal = CheckStamp;
                cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            }));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddClientModel();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<GovDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("/connect/token").AllowClientCredentialsFlow();
                server.RegisterScopes([.. ApiScopes.All]);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(30));
                // Tokens are protected by the data-protection keys in the database, so that every host reads every host's;
                // the keys below are asked for by the framework and protect nothing that leaves the process.
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseDataProtection();
                var web = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (!builder.Environment.IsProduction())
                {
                    web.DisableTransportSecurityRequirement();
                }
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
                validation.UseAspNetCore();
            });
    }

    internal static bool BearsToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The clients' tables are part of the one schema.</summary>
    public static void AddClientModel(this IServiceCollection services) => services.AddSingleton<IModelContribution, ClientModel>();

    /// <summary>Identity's own check builds all its managers for every request, only to find that none is due yet.</summary>
    private static Task CheckStamp(CookieValidatePrincipalContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        return context.Properties.IssuedUtc is { } issued && options.TimeProvider is { } clock && clock.GetUtcNow() - issued <= options.ValidationInterval
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>A browser goes to the sign-in page; a script gets a status, which the status pages turn into a problem.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
        return Task.CompletedTask;
    }

    private sealed class ClientModel : IModelContribution
    {
        // Required where a row without one means nothing, not unique where it does: no filtered index (decision 0002).
        public void Configure(ModelBuilder model)
        {
            model.UseOpenIddict<Guid>();
            model.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().Property(a => a.ClientId).IsRequired();
            model.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().Property(s => s.Name).IsRequired();
            model.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().HasIndex(t => t.ReferenceId).IsUnique(false);
        }
    }
}

/// <summary>The scopes that a client can be granted: reading only, for clients never review or decide.</summary>
internal static class ApiScopes
{
    public static IReadOnlyList<string> All { get; } =
    [
        "organisation.read", "registration.read", "reviews.read", "approvals.read", "ledger.read", "plans.read",
        "measures.read", "calendar.read", "screening.read",
    ];
}
