using OpenIddict.Abstractions;

namespace WeChatBankGov.Web.Start;

/// <summary>The demo bank's client for trying the API out: all read scopes. Made with the demo bank and never without it.</summary>
internal static class DemoClient
{
    private const string Id = "it-demo";

    public static async Task<bool> Exists(IOpenIddictApplicationManager clients) => await clients.FindByClientIdAsync(Id) is not null;

    public static async Task Create(IOpenIddictApplicationManager clients)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = Id,
            ClientSecret = "it-demo-secret",
            DisplayName = "演示接口客户端",
            Permissions =
            {
                OpenIddictConstants.Permissions.Endpoints.Token,
                OpenIddictConstants.Permissions.GrantTypes.ClientCredentials,
            },
        };
        client.Permissions.UnionWith(ApiScopes.All.Select(s => OpenIddictConstants.Permissions.Prefixes.Scope + s));
        await clients.CreateAsync(client);
    }
}
