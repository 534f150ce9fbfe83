using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>The demo bank's passwords are public: nothing of it gets into a real database, however its seeding ended.</summary>
public sealed class DemoStartTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_seeding_that_was_interrupted_is_known_and_refused()
    {
        await using (var broken = Build("Testing", builder => builder.Services.AddScoped<IDemoSeed, PowerCut>()))
        {
            await Should.ThrowAsync<PowerCutException>(() => broken.Prepare());
        }

        await using var production = Build("Production");
        (await Should.ThrowAsync<InvalidOperationException>(() => production.Prepare())).Message.ShouldContain("Production does not start");
        await using var again = Build("Testing");
        (await Should.ThrowAsync<InvalidOperationException>(() => again.Prepare())).Message.ShouldContain("interrupted");
    }

    [Fact]
    public async Task A_database_with_people_of_its_own_gets_no_demo_client()
    {
        await using (var real = Build("Testing", Real))
        {
            await real.Prepare();
        }

        await using var wanted = Build("Testing");
        await wanted.Prepare();
        await wanted.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(wanted.Urls.First()) };
        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "it-demo",
            ["client_secret"] = "it-demo-secret",
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, await answer.Content.ReadAsStringAsync());
        await wanted.StopAsync();
    }

    [Fact]
    public async Task Production_does_not_start_with_the_demo_client()
    {
        await using (var real = Build("Testing", Real))
        {
            await real.Prepare();
            await using var scope = real.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(
                new OpenIddictApplicationDescriptor { ClientId = "it-demo", ClientSecret = "it-demo-secret" });
        }

        await using var production = Build("Production");
        (await Should.ThrowAsync<InvalidOperationException>(() => production.Prepare())).Message.ShouldContain("its client");
    }

    private static void Real(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Demo:Enabled"] = "false",
        ["FirstAdministrators:Password"] = "Choose-1-yourself",
    });

    private WebApplication Build(string environment, Action<WebApplicationBuilder>? adjust = null) => TestHost.Build(_database, environment, adjust);

    /// <summary>Ends the seeding after the people are saved.</summary>
    private sealed class PowerCut : IDemoSeed
    {
        public int Order => 1;

        public Task Seed(CancellationToken cancel) => throw new PowerCutException();
    }

    private sealed class PowerCutException() : Exception("The power went.");
}
