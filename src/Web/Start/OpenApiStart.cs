using Microsoft.OpenApi;

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
            foreach (var documentation in Directory.EnumerateFiles(AppContext.BaseDirectory, "WeChatBankGov.*.xml"))
            {
                swagger.IncludeXmlComments(documentation);
            }
        });
    }
}
