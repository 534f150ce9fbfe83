using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace WeChatBankGov.Web.Api.Description;

/// <summary>
/// The token endpoint, described by hand: OpenIddict reads its form and words its answers before the endpoint runs, so that no type of
/// ours says what they are.
/// </summary>
internal sealed class TokenNotes : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.RelativePath != "connect/token")
        {
            return;
        }
        // Whoever asks for a token has neither session nor token yet.
        operation.Security = [];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = Json("application/x-www-form-urlencoded", ["grant_type", "client_id", "client_secret"], new()
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "it-demo",
                ["client_secret"] = "it-demo-secret",
                ["scope"] = "ledger.read plans.read",
            }),
        };
        operation.Responses!["200"] = new OpenApiResponse
        {
            Description = "访问令牌。",
            Content = Json("application/json", ["access_token", "token_type", "expires_in"],
                new() { ["access_token"] = "CfDJ8…", ["token_type"] = "Bearer", ["expires_in"] = 1800 }),
        };
        operation.Responses["400"] = Error("请求不完整，或申请了该客户端没有的权限。", "invalid_scope");
        operation.Responses["401"] = Error("客户端或密钥不对。", "invalid_client");
    }

    /// <summary>As RFC 6749 has it, not as a problem: clients' libraries read nothing else.</summary>
    private static OpenApiResponse Error(string description, string code) => new()
    {
        Description = description,
        Content = Json("application/json", ["error"], new() { ["error"] = code, ["error_description"] = "…" }),
    };

    private static Dictionary<string, OpenApiMediaType> Json(string type, HashSet<string> required, JsonObject example) => new()
    {
        [type] = new()
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = required,
                Properties = example.ToDictionary(p => p.Key, p => (IOpenApiSchema)new OpenApiSchema
                {
                    Type = p.Value!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String,
                }),
            },
            Example = example,
        },
    };
}
