using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Web.Api.Description;

/// <summary>What every operation's description says besides its types: examples, who may call it, what it sorts by.</summary>
internal sealed class OperationNotes : IOperationFilter
{
    public const string Cookie = "cookie";
    public const string Antiforgery = "antiforgery";
    public const string Client = "client";

    /// <summary>The scope by which a client reads what bears the tag; what bears another tag is for people. A test asks them all.</summary>
    private static readonly Dictionary<string, string> Scopes = new()
    {
        ["Registration"] = "registration.read",
        ["Reviews"] = "reviews.read",
        ["Approvals"] = "approvals.read",
        ["Ledger"] = "ledger.read",
        ["Plans"] = "plans.read",
        ["Organisation"] = "organisation.read",
        ["Calendar"] = "calendar.read",
        ["Measures"] = "measures.read",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // A download declares no type, for it answers with whatever was uploaded.
        operation.Responses ??= [];
        if (!operation.Responses.Keys.Any(status => status[0] == '2'))
        {
            operation.Responses["200"] = new OpenApiResponse { Description = "文件内容。" };
        }
        AddBodyErrors(operation, context);
        AddRateLimit(operation, context);
        AddExamples(operation, context);
        AddSecurity(operation, context);
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<SortNames>().LastOrDefault() is { } sorts
            && operation.Parameters?.OfType<OpenApiParameter>().SingleOrDefault(p => p.Name == "sort") is { } sort)
        {
            sort.Description = $"{string.Join("、", sorts.Names)} 之一，前面加减号为倒序。";
            sort.Example = "-" + sorts.Names[0];
        }
    }

    /// <summary>What may be wrong with any body before it is read.</summary>
    private static void AddBodyErrors(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is not null)
        {
            operation.Responses!.TryAdd("413", ProblemOf(413, "请求体超过接口的上限。", context));
            operation.Responses!.TryAdd("415", ProblemOf(415, "请求体不是接口接受的内容类型。", context));
        }
    }

    /// <summary>Read from what the limiter itself reads, so that a limit set elsewhere is described as well.</summary>
    private static void AddRateLimit(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<EnableRateLimitingAttribute>().Any())
        {
            var tooMany = ProblemOf(429, "同一网络地址的请求过于频繁，请在 Retry-After 所示的秒数之后再试。", context);
            tooMany.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "还要等待的秒数。",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                    Example = 42,
                },
            };
            operation.Responses!["429"] = tooMany;
        }
    }

    private static OpenApiResponse ProblemOf(int status, string description, OperationFilterContext context) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                Example = Example.OfProblem(status),
            },
        },
    };

    private static void AddExamples(OpenApiOperation operation, OperationFilterContext context)
    {
        var body = context.ApiDescription.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type
            ?? context.ApiDescription.ActionDescriptor.EndpointMetadata
                .OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().LastOrDefault()?.RequestType;
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
        {
            content.Example = body is null ? null : Example.Of(body);
        }
        foreach (var answer in context.ApiDescription.SupportedResponseTypes)
        {
            var response = operation.Responses?.GetValueOrDefault(answer.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (var content in response?.Content?.Values ?? [])
            {
                content.Example = answer.Type == typeof(Problem) ? Example.OfProblem(answer.StatusCode)
                    : answer.Type is null || answer.Type == typeof(void) ? null
                    : Example.Of(answer.Type);
            }
        }
    }

    /// <summary>Alternatives: a person's cookie (for writes with the token beside it), or a client's token with the scope.</summary>
    private static void AddSecurity(OpenApiOperation operation, OperationFilterContext context)
    {
        var isRead = context.ApiDescription.HttpMethod == "GET";
        var person = new OpenApiSecurityRequirement { [new(Cookie, context.Document)] = [] };
        if (!isRead)
        {
            person[new(Antiforgery, context.Document)] = [];
        }
        operation.Security = [person];
        if (ScopeOf(context) is { } scope)
        {
            operation.Security.Add(new() { [new(Client, context.Document)] = [scope] });
        }
    }

    private static string? ScopeOf(OperationFilterContext context)
    {
        // Checking names is asked by POST because a thousand names are too long for an address.
        if (context.ApiDescription.RelativePath!.EndsWith("screening/check", StringComparison.Ordinal))
        {
            return "screening.read";
        }
        var tags = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>();
        return context.ApiDescription.HttpMethod == "GET"
            ? tags.SelectMany(t => t.Tags).Select(t => Scopes.GetValueOrDefault(t)).FirstOrDefault(s => s is not null)
            : null;
    }
}
