using Microsoft.OpenApi;
using WeChatBankGov.Web.Api.Description;

namespace WeChatBankGov.Web.Start;

/// <summary>The description of the REST API at <c>/swagger</c>.</summary>
internal static class OpenApiStart
{
    public static void AddOpenApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "微信银行管理平台接口",
                Version = "v1",
                Description = "错误一律以 application/problem+json 返回，breaches 中逐条说明规则代码、依据条款、字段与改正办法。",
            });
            swagger.CustomSchemaIds(type => type.FullName!.Replace("WeChatBankGov.", "", StringComparison.Ordinal).Replace('+', '.'));
            swagger.SupportNonNullableReferenceTypes();
            swagger.AddSecurityDefinition(OperationNotes.Cookie, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "wechatbankgov",
                Description = "登录后的会话。",
            });
            swagger.AddSecurityDefinition(OperationNotes.Antiforgery, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "RequestVerificationToken",
                Description = "以会话调用写接口时的防伪令牌，取自 /api/v1/antiforgery-token。",
            });
            swagger.AddSecurityDefinition(OperationNotes.Client, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "接口客户端：只读。",
                Flows = new()
                {
                    ClientCredentials = new()
                    {
                        TokenUrl = new Uri("/connect/token", UriKind.Relative),
                        Scopes = ApiScopes.All.ToDictionary(scope => scope, scope => "读取 " + scope[..^".read".Length]),
                    },
                },
            });
            swagger.OperationFilter<OperationNotes>();
            swagger.OperationFilter<TokenNotes>();
            foreach (var documentation in Directory.EnumerateFiles(AppContext.BaseDirectory, "WeChatBankGov.*.xml"))
            {
                swagger.IncludeXmlComments(documentation);
            }
        });
    }
}
