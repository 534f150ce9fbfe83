using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using WeChatBankGov.Organisation;
using WeChatBankGov.Web.Api;

namespace WeChatBankGov.Web.Start;

/// <summary>Pages, errors, headers, limits.</summary>
internal static class WebStart
{
    /// <summary>Above every business limit, so that a page can answer an over-large file in Chinese; what is larger still is cut off.</summary>
    private const long RequestLimit = 128L << 20;

    /// <summary>The style inside the logo that Swagger UI draws; another release may draw another, which a browser test would tell.</summary>
    private const string SwaggerLogo = "RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=";

    public static void AddGovWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimit;
        });
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = RequestLimit);
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            // Of two values for one field nobody can tell which is meant.
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        // Thrown in every environment, so that BadRequestAnswers can say what was wrong.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "wechatbankgov-antiforgery");
        services.AddRazorPages(pages => pages.Conventions.Add(new NoStorePages())).AddMvcOptions(ChineseMessages.Apply);
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddHealthChecks();
        services.AddHeaders();
    }

    public static void UseGovWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseStatusCodePages(ErrorAnswers.Status);
        app.UseExceptionHandler(errors => errors.Run(ErrorAnswers.Fault));
        if (app.Environment.IsProduction())
        {
            app.UseHsts();
        }
        app.UseSerilogRequestLogging();
        app.UseBadRequestAnswers();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOneTimePasswordGate();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapSwagger().AllowAnonymous();
        // Only below its own address: it looks for a file of its own on every request that passes it.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), swagger => swagger.UseSwaggerUI(ui =>
        {
            ui.DocumentTitle = "微信银行管理平台接口";
            ui.SwaggerEndpoint("v1/swagger.json", "微信银行管理平台接口 v1");
        }));
        TokenEndpoint.Map(app);
        ApiGroup.Map(app);
    }

    private static void AddHeaders(this IServiceCollection services)
    {
        var pages = Pages(logoOfSwagger: false);
        var swagger = Pages(logoOfSwagger: true);
        var files = new HeaderPolicyCollection().AddDefaultSecurityHeaders().AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddFrameAncestors().None();
            csp.AddSandbox();
        });
        // A file that somebody uploaded brings a policy of its own, which is not to be widened to a page's.
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(pages).SetPolicySelector(context =>
            context.HttpContext.Response.Headers.ContentSecurityPolicy.Count > 0 ? files
            : context.HttpContext.Request.Path.StartsWithSegments("/swagger") ? swagger
            : context.SelectedPolicy);
    }

    private static HeaderPolicyCollection Pages(bool logoOfSwagger) => new HeaderPolicyCollection().AddDefaultSecurityHeaders().AddContentSecurityPolicy(csp =>
    {
        csp.AddDefaultSrc().Self();
        csp.AddImgSrc().Self().Data().Blob();
        var styles = csp.AddStyleSrc().Self();
        if (logoOfSwagger)
        {
            styles.WithHash256(SwaggerLogo);
        }
        csp.AddScriptSrc().Self();
        csp.AddObjectSrc().None();
        csp.AddBaseUri().Self();
        csp.AddFormAction().Self();
        csp.AddFrameAncestors().None();
    });
}
