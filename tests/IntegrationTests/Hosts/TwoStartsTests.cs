using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.IntegrationTests.Hosts;

/// <summary>Two hosts that start at once on one empty database: one makes it and fills it in, the other waits and finds it done.</summary>
public sealed class TwoStartsTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Two_processes_share_one_demo_bank()
    {
        Task<ChildHost>[] starts = [ChildHost.Start(_database.ConnectionString), ChildHost.Start(_database.ConnectionString)];
        try
        {
            foreach (var host in await Task.WhenAll(starts))
            {
                using var person = new GovClient(host.Address);
                await person.SignIn("ZJ1001");
                (await person.Get("ledger/accounts")).Expect(HttpStatusCode.OK)["items"].AsArray().Count.ShouldBe(3);
                using var script = new GovClient(host.Address);
                await script.TakeToken("it-demo", "it-demo-secret", null);
            }
        }
        finally
        {
            // When one did not start, the other is not to outlive the test.
            foreach (var started in starts.Where(s => s.IsCompletedSuccessfully))
            {
                (await started).Dispose();
            }
        }
    }

    [Fact]
    public async Task Of_several_in_one_process_each_comes_to_the_same_bank()
    {
        WebApplication[] hosts = [.. Enumerable.Range(0, 3).Select(_ => TestHost.Build(_database))];
        await Task.WhenAll(hosts.Select(host => Task.Run(host.Prepare)));
        foreach (var host in hosts)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
            (await db.Set<Person>().CountAsync(p => p.UserName == "ZJ1001")).ShouldBe(1);
            (await db.Set<PortalFact>().SingleAsync(f => f.Name == PortalFact.DemoBank)).Value.ShouldBe("1");
        }
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
