using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>New, still there, gone: each branch beside the newest earlier file that covered it, whoever imported it.</summary>
public sealed class ComparisonTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();
    private int _minute = 30;

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_file_of_the_whole_bank_is_compared_branch_by_branch_with_what_covered_each_last()
    {
        var (hangzhou, head) = (await _app.As("HZ1001"), await _app.As("HQ1001"));
        var own = await Screened(hangzhou, "E1,甲,330106,公众号,农行甲,,", "E2,乙,330106,公众号,农行乙,,");
        Counts(own.Detail).ShouldBe((2, 0, 0, 0));
        (await hangzhou.Get($"/screening/files/{own.Id}")).Text.ShouldContain("没有上一次可比");

        // Nothing of the whole bank before: what 杭州 knows is not new, everything else is.
        var first = await Screened(head, "E1,甲,330106,公众号,农行甲,,", "E3,丙,310000,公众号,农行丙,,", "E4,丁,310000,公众号,农行丁,,");
        Counts(first.Detail).ShouldBe((2, 1, 1, 1));
        first.Detail.Json["previousNumber"].ShouldBeNull();
        (await Texts(head, first.Id, "comparison=Still")).ShouldBe(["农行甲"]);
        (await Texts(head, first.Id, "gone=true")).ShouldBe(["农行乙"]);
        (await hangzhou.Get($"/screening/files/{first.Id}")).Text.ShouldContain("1 家分行与其上一次相比；仍存在 1，已消除 1");
        // A branch is told of the whole bank's file what is its own.
        Counts(await hangzhou.Get($"screening/files/{first.Id}")).ShouldBe((0, 1, 1, 1));
        Counts(await (await _app.As("SH1001")).Get($"screening/files/{first.Id}")).ShouldBe((2, 0, 0, 1));

        // 杭州 files again, and is compared with the whole bank's, its own part of it.
        var again = await Screened(hangzhou, "E5,戊,330106,公众号,农行戊,,");
        Counts(again.Detail).ShouldBe((1, 0, 1, 0));
        ((string?)again.Detail["previousNumber"]).ShouldBe((string?)first.Detail["number"]);
        (await Texts(hangzhou, again.Id, "gone=true")).ShouldBe(["农行甲"]);

        // 杭州's newest is its own, 上海's the whole bank's.
        var second = await Screened(head, "E1,甲,330106,公众号,农行甲,,", "E5,戊,330106,公众号,农行戊,,", "E3,丙,310000,公众号,农行丙,,");
        Counts(second.Detail).ShouldBe((1, 2, 1, 1));
        (await Texts(head, second.Id, "comparison=New")).ShouldBe(["农行甲"]);
        (await Texts(head, second.Id, "comparison=Still")).ShouldBe(["农行戊", "农行丙"]);
        (await Texts(head, second.Id, "gone=true")).ShouldBe(["农行丁"]);
        (await Texts(await _app.As("SH1001"), second.Id, "gone=true")).ShouldBe(["农行丁"]);
        (await Texts(hangzhou, second.Id, "gone=true")).ShouldBeEmpty();
        (await head.Get($"/screening/files/{second.Id}")).Text
            .ShouldContain($"与 {first.Detail["number"]} 相比，1 家分行与其后自己导入的相比；仍存在 2，已消除 1");

        // What came later changes nothing of what a file was compared with.
        await Screened(hangzhou, "E6,己,330106,公众号,天气,,");
        (await Texts(head, second.Id, "gone=true")).ShouldBe(["农行丁"]);
        var third = await Screened(head, "E5,戊,330106,公众号,农行戊,,", "E3,丙,310000,公众号,农行丙,,");
        Counts(third.Detail).ShouldBe((1, 1, 0, 1));
        (await Texts(head, third.Id, "comparison=New")).ShouldBe(["农行戊"], "杭州's last file had none");
    }

    private async Task<(Guid Id, Answer Detail)> Screened(GovClient person, params string[] rows)
    {
        // The clock stands still, and files are told apart by when they came.
        _app.Clock.Set(new(2026, 11, 23, 9, ++_minute, 0));
        return await person.Screened(AccountFiles.Csv(rows));
    }

    private static (int New, int Still, int Gone, int Own) Counts(Answer file) =>
        ((int)file["new"], (int)file["still"], (int)file["gone"], (int)file["ownPrevious"]);

    private static async Task<IEnumerable<string>> Texts(GovClient person, Guid file, string query) =>
        (await person.Findings(file, query + "&sort=row")).Select(f => (string)f["text"]!);
}
