using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Organisation;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>What the sign-in tells to whoever guesses, by words, by time and by how often it may be asked.</summary>
public sealed class SignInTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task An_unknown_and_a_locked_number_cost_as_much_as_a_wrong_password()
    {
        await using var host = await Start();
        using var nobody = new GovClient(new Uri(host.Urls.First()));
        for (var i = 0; i < 6; i++)
        {
            await Costs("BJ1001");
        }
        await Costs("BJ9999");

        async Task Costs(string number)
        {
            var before = CountingHasher.Verified;
            var answer = await nobody.PostForm("/sign-in", "/sign-in", ("EmployeeNumber", number), ("Password", "Wrong-2026-Bank"));
            answer.Expect(HttpStatusCode.BadRequest).Text.ShouldContain($"工号或密码不正确（工号 {number}）");
            (CountingHasher.Verified - before).ShouldBe(1, number);
        }
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_told_to_wait()
    {
        await using var host = await Start(("SignIn:AttemptsPerMinute", "3"));
        using var nobody = new GovClient(new Uri(host.Urls.First()));
        for (var i = 0; i < 2; i++)
        {
            (await nobody.PostForm("/sign-in", "/sign-in", ("EmployeeNumber", "BJ1001"), ("Password", "x"))).Expect(HttpStatusCode.BadRequest);
        }
        using var script = new GovClient(new Uri(host.Urls.First()));
        await script.TakeToken("it-demo", "it-demo-secret", null);

        var page = (await nobody.PostForm("/sign-in", "/sign-in", ("EmployeeNumber", "BJ1001"), ("Password", "x"))).Expect(HttpStatusCode.TooManyRequests);
        page.Text.ShouldContain("请过一分钟再试");
        page.Headers.RetryAfter.ShouldNotBeNull();
        var token = await nobody.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent([new("grant_type", "client_credentials")]));
        token.Expect(HttpStatusCode.TooManyRequests).ContentHeaders.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((string?)token["title"]).ShouldBe("请求过于频繁");
        (await nobody.Get("/sign-in")).Expect(HttpStatusCode.OK);
    }

    private async Task<WebApplication> Start(params (string Name, string Value)[] settings)
    {
        var host = TestHost.Build(_database, adjust: builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
            builder.Services.AddScoped<IPasswordHasher<Person>, CountingHasher>();
        });
        await host.Prepare();
        await host.StartAsync();
        return host;
    }

    /// <summary>Identity's own, counted: time itself is no measure on a busy machine.</summary>
    private sealed class CountingHasher : PasswordHasher<Person>
    {
        private static int _verified;

        public static int Verified => _verified;

        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
