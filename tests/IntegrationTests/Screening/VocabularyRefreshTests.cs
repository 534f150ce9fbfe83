using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>What another host publishes: taken by this one's worker before the next file, without a restart.</summary>
public sealed class VocabularyRefreshTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task The_worker_takes_what_another_host_published_before_each_file()
    {
        var branch = await app.As("HZ1001");
        var shelf = app.Services.GetRequiredService<VocabularyShelf>();
        shelf.Current.Version.ShouldBe(1);
        for (var version = 2; version <= 3; version++)
        {
            var term = $"小绿卡{version}号";
            await PublishedElsewhere(version, term);
            // The worker sleeps: the clock stands still, and nothing has woken it. Names go by what this host knows.
            shelf.Current.Version.ShouldBe(version - 1);
            var (id, file) = await branch.Screened(AccountFiles.Csv($"E{version},甲,330106,公众号,{term}之家,,"));
            ((int)file["vocabularyVersion"], (int)file["findings"]).ShouldBe((version, 1));
            ((string)(await branch.Findings(id)).ShouldHaveSingleItem()["terms"]!).ShouldBe(term);
            shelf.Current.Version.ShouldBe(version);
        }
    }

    [Fact]
    public async Task The_worker_takes_it_between_two_files_of_one_run()
    {
        using var own = new GovApp();
        await own.InitializeAsync();
        var branch = await own.As("HZ1001");
        var first = (Guid)(await branch.Import(AccountFiles.Csv([.. AccountFiles.Many(200_000).Skip(1)])))["id"];
        while ((string?)(await branch.Get($"screening/files/{first}"))["state"] == "Queued")
        {
            await Task.Delay(10);
        }
        await own.WithDb(db => Publish(db, 2, "小绿卡"));
        own.Clock.Set(new DateTime(2026, 11, 23, 9, 31, 0));
        // It comes in while the worker is at the first one, and is dealt with in the same run.
        var second = (Guid)(await branch.Import(AccountFiles.Csv("E1,甲,330106,公众号,小绿卡之家,,")))["id"];
        ((string?)(await branch.Get($"screening/files/{first}"))["state"]).ShouldBe("Running");
        ((int)(await branch.Finished(first))["vocabularyVersion"]).ShouldBe(1);
        var later = await branch.Finished(second);
        ((int)later["vocabularyVersion"], (int)later["findings"]).ShouldBe((2, 1));
    }

    private Task<int> PublishedElsewhere(int version, string term) => app.WithDb(db => Publish(db, version, term));

    private static async Task<int> Publish(DbContext db, int version, string term)
    {
        var before = await db.Set<VocabularyVersion>().AsNoTracking().SingleAsync(v => v.Version == version - 1);
        var document = VocabularyDocument.Read(before.Content);
        db.Add(new VocabularyVersion
        {
            Version = version,
            Content = (document with { Terms = [.. document.Terms, new(term, false, false, "测试")] }).Write(),
            Summary = $"增加字样“{term}”",
            Reason = "测试",
            PublishedByName = "另一台主机",
        });
        return await db.SaveChangesAsync();
    }
}
