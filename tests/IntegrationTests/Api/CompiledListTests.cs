using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.List;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>Lists that are asked for by their choices alone are compiled; they answer what the composed ones do.</summary>
public sealed class CompiledListTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new() { Settings = { ["Demo:Applications"] = "true" } };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public Task Applications_are_the_same_in_every_shape() => Same(
        _app.Services.GetRequiredService<ListApplications.Pages>(), ListApplications.Items,
        from sort in Both(ListApplications.Sorts)
        from state in (ApplicationState?[])[null, ApplicationState.Draft, ApplicationState.Approved]
        from form in (AccountForm?[])[null, AccountForm.SubscriptionAccount]
        select new ListApplications.Query(" ", state, form, null, null, null, sort, new(3, 50)).Choices!);

    [Fact]
    public Task Accounts_are_the_same_in_every_shape() => Same(
        _app.Services.GetRequiredService<ListAccounts.Pages>(), (accounts, query) => ListAccounts.Handler.Rows(accounts, query, default, default),
        from sort in Both(ListAccounts.Sorts)
        from form in (AccountForm?[])[null, AccountForm.ServiceAccount]
        select new ListAccounts.Query("", null, form, null, sort, new(3, 50)).Choices!);

    [Fact]
    public void Only_choices_are_compiled()
    {
        new ListApplications.Query("名", null, null, null, null, null, null, default).Choices.ShouldBeNull();
        new ListApplications.Query(null, null, null, Guid.NewGuid(), null, null, null, default).Choices.ShouldBeNull();
        new ListApplications.Query(null, null, null, null, null, new(2026, 11, 25), null, default).Choices.ShouldBeNull();
        new ListAccounts.Query(null, AccountState.Standing, null, null, null, default).Choices.ShouldBeNull();
        new ListAccounts.Query(null, null, null, null, null, default) { Institution = "浙江" }.Choices.ShouldBeNull();
        new ListAccounts.Query(null, null, null, null, "unknown", default).Choices!.Sort.ShouldBeNull();
    }

    private static IEnumerable<string?> Both(IReadOnlyList<string> sorts) => sorts.SelectMany(s => (string?[])[s, "-" + s]).Append(null);

    private Task Same<TShape, TRow, T>(
        CompiledPages<TShape, TRow, T> pages, Func<IQueryable<TRow>, TShape, IQueryable<T>> list, IEnumerable<TShape> shapes)
        where TShape : notnull
        where TRow : class => _app.WithDb(async db =>
    {
        var rows = 0;
        foreach (var shape in shapes)
        {
            foreach (var page in (PageRequest[])[new(1, 2), new(2, 2), new(1, 100)])
            {
                var composed = await list(db.Set<TRow>(), shape).ToPage(page, default);
                var compiled = await pages.Read(db, shape, page, default);
                (compiled?.Items ?? []).ShouldBe(composed.Items, $"{shape}");
                (compiled?.Total ?? composed.Total).ShouldBe(composed.Total, $"{shape}");
                rows += composed.Items.Count;
            }
            (await pages.Read(db, shape, new(99, 100), default)).ShouldBeNull();
        }
        rows.ShouldBeGreaterThan(50);
        return rows;
    });
}
