using System.Globalization;
using System.Threading.RateLimiting;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.Web.Start;

/// <summary>
/// How often one network address may try to sign in or ask for a token. The lockout guards one number against many passwords; this
/// guards many numbers against a few.
/// </summary>
internal static class SignInLimits
{
    /// <summary>A whole office behind one address signs in within a minute at nine o'clock.</summary>
    private const int AttemptsPerMinute = 300;

    public static void AddSignInLimits(this WebApplicationBuilder builder)
    {
        var most = builder.Configuration.GetValue("SignIn:AttemptsPerMinute", AttemptsPerMinute);
        if (most < 1)
        {
            throw new InvalidOperationException("SignIn:AttemptsPerMinute must be at least 1.");
        }
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(OrganisationModule.SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(http), _ => new()
                {
                    PermitLimit = most,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter =
                        ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                }
                return ValueTask.CompletedTask;
            };
        });
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
