using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>The real host over a test's database, with the demo bank's people and none of its applications, on a port of its own.</summary>
internal static class TestHost
{
    public static WebApplication Build(TestDatabase database, string environment = "Testing", Action<WebApplicationBuilder>? adjust = null) =>
        // By the command line, for the host and the web host each keep an environment of their own.
        GovHost.Build(["--environment", environment], builder =>
        {
            builder.Environment.ContentRootPath = AppContext.BaseDirectory;
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Demo:Enabled"] = "true",
                ["Demo:Applications"] = "false",
                ["Database:Provider"] = TestDatabase.Provider,
                ["Database:ConnectionString"] = database.ConnectionString,
                ["Serilog:MinimumLevel:Default"] = "Error",
                ["Urls"] = "http://127.0.0.1:0",
            });
            adjust?.Invoke(builder);
        });
}
