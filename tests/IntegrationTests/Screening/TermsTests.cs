using System.Net;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Terms and exceptions: proposed, previewed over the last file, published, in force; and their history.</summary>
public sealed class TermsTests : IAsyncLifetime, IDisposable
{
    private const string Changes = "screening/terms/changes";

    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_change_shows_beforehand_what_it_would_do_and_is_in_force_once_published()
    {
        var branch = await _app.As("HZ1001");
        await branch.Screened(AccountFiles.Csv(
            "E1,甲,330106,公众号,小绿卡之家,,", "E2,乙,330106,公众号,农行乐园,,", "E3,丙,330106,视频号,小-綠-卡,,", "E4,丁,330106,公众号,天气,,办理小绿卡"));
        var admin = await _app.As("HQ9101");
        var add = await admin.Previewed(new { kind = "AddTerm", text = "小绿卡", flag = false, pinyin = true, reason = "本行产品名" });
        ((int)add["new"], (int)add["gone"], (int)add["rows"]).ShouldBe((3, 0, 4));
        var sample = add["samples"].AsArray().First(s => (string)s!["text"]! == "小-綠-卡")!;
        ((string)sample["before"]!, (string)sample["after"]!).ShouldBe(("不命中", "命中（小绿卡）"));
        (await Hits(branch, "小绿卡")).ShouldBe(0);

        var except = await admin.Previewed(new { kind = "AddException", text = "农行乐园", flag = true, pinyin = false, reason = "店名" });
        ((int)except["new"], (int)except["gone"]).ShouldBe((0, 1));

        ((int)(await Publish(admin, add)).Expect(HttpStatusCode.OK).Json).ShouldBe(2);
        (await Hits(branch, "小绿卡")).ShouldBe(1);
        // The other was previewed beside version 1.
        ((string)(await Publish(admin, except)).Expect(HttpStatusCode.Conflict)["breaches"][0]!["message"]!).ShouldContain("重新预览");
        (await admin.Post($"{Changes}/{except["id"]}/preview")).Expect(HttpStatusCode.NoContent);
        except = await admin.Previewed((Guid)except["id"]);
        ((int)(await Publish(admin, except)).Expect(HttpStatusCode.OK).Json).ShouldBe(3);
        (await Hits(branch, "农行乐园")).ShouldBe(0);
        var page = await branch.PostForm("/screening/check", "/screening/check", ("Form.Text", "农行乐园"), ("Form.Kind", "OfficialAccount"));
        page.Text.ShouldContain("已列为例外，不算命中");

        var (later, detail) = await branch.Screened(AccountFiles.Csv("E1,甲,330106,公众号,小绿卡之家,,", "E2,乙,330106,公众号,农行乐园,,"));
        ((int)detail["findings"], (int)detail["vocabularyVersion"]).ShouldBe((1, 3));
        ((string)(await branch.Findings(later)).ShouldHaveSingleItem()["terms"]!).ShouldBe("小绿卡");
        var vocabulary = await branch.Get("screening/terms");
        vocabulary["history"].AsArray().Select(h => (string)h!["summary"]!).ShouldBe(["增加例外“农行乐园”（不算命中）", "增加字样“小绿卡”", "初始字样"]);
    }

    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public async Task Article06_The_terms_that_the_article_names_stay_and_nonsense_is_refused()
    {
        var admin = await _app.As("HQ9101");
        (await admin.Post(Changes, new { kind = "RemoveTerm", text = "农行", reason = "太多" })).Expect(HttpStatusCode.UnprocessableEntity)
            .Codes.ShouldBe(["R06-3"]);
        foreach (var (body, says) in new (object, string)[]
        {
            (new { kind = "AddTerm", text = "農行", reason = "x" }, "变形写法相同"), (new { kind = "AddTerm", text = "行", reason = "x" }, "至少两个字"),
            (new { kind = "AddTerm", text = "小绿卡", reason = " " }, "请填写原因"), (new { kind = "AddException", text = "农行", reason = "x" }, "本身"),
            (new { kind = "AddException", text = "天气预报", reason = "x" }, "应当含有一个字样"), (new { kind = "RemoveException", text = "没有", reason = "x" }, "没有例外"),
            (new { text = "a", reason = "x" }, "请选择要做的变更"), (new { kind = "AddTerm", text = "★★", reason = "x" }, "不能作为字样"),
            (new { kind = "AddTerm", text = new string('ﷺ', 60), reason = "x" }, "不能作为字样"),
        })
        {
            var breach = (await admin.Post(Changes, body)).Expect(HttpStatusCode.BadRequest)["breaches"][0]!;
            ((string)breach["message"]!).ShouldContain(says);
        }
        (await admin.PostForm("/screening/terms", "/screening/terms", ("Form.Kind", "AddTerm"), ("Form.Text", "★★"), ("Form.Reason", "x")))
            .Expect(HttpStatusCode.BadRequest).Text.ShouldContain("不能作为字样");
        (await (await _app.As("HQ1002")).Post(Changes, new { kind = "AddTerm", text = "小绿卡", reason = "x" })).Expect(HttpStatusCode.Forbidden);
        (await (await _app.As("XX1001")).Get("screening/terms")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_branchs_false_alarm_becomes_an_exception_for_all_on_the_pages()
    {
        var branch = await _app.As("HZ1001");
        var (id, _) = await branch.Screened(AccountFiles.Csv("E1,甲,330106,公众号,小农行乐,,"));
        var finding = (await branch.Findings(id)).ShouldHaveSingleItem()["id"];
        (await branch.Post($"screening/findings/{finding}/dismissal", new { reason = "“行乐”是一个词" })).Expect(HttpStatusCode.NoContent);
        var admin = await _app.As("HQ9101");
        (await admin.Get("/screening/terms")).Expect(HttpStatusCode.OK).Text.ShouldContain("“行乐”是一个词");
        var proposed = await admin.PostForm("/screening/terms?phrase=" + Uri.EscapeDataString("小农行乐"), "/screening/terms",
            ("Form.Kind", "AddException"), ("Form.Text", "农行乐"), ("Form.Reason", "行乐是一个词"));
        proposed.Expect(HttpStatusCode.SeeOther);
        var address = proposed.Headers.Location!.ToString();
        await admin.Previewed(Guid.Parse(address[(address.LastIndexOf('/') + 1)..]));
        var page = (await admin.Get(address)).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("提示（农行）");
        page.ShouldContain("发布");
        (await admin.PostForm(address, address + "?handler=Redo", ("drop", "true"))).Expect(HttpStatusCode.SeeOther);
        (await admin.Get(address)).Text.ShouldContain("已放弃");
        (await admin.PostForm("/screening/terms", "/screening/terms", ("Form.Kind", "AddTerm"), ("Form.Text", "农 行"), ("Form.Reason", "x")))
            .Expect(HttpStatusCode.BadRequest).Text.ShouldContain("变形写法相同");
    }

    [Fact]
    public async Task A_change_that_cannot_be_previewed_says_so_and_keeps_nothing_waiting()
    {
        // As a version without the check at the field may have left them behind.
        var (waiting, ready) = (Unusable(ChangeState.Previewing), Unusable(ChangeState.Ready));
        await _app.WithDb(db =>
        {
            db.AddRange(waiting, ready);
            return db.SaveChangesAsync();
        });
        var branch = await _app.As("HZ1001");
        var (_, file) = await branch.Screened(AccountFiles.Csv("E1,甲,330106,公众号,农行乐园,,"));
        ((string)file["state"]!).ShouldBe("Completed");

        var admin = await _app.As("HQ9101");
        var change = await admin.Get($"{Changes}/{waiting.Id}");
        ((string)change["state"]!).ShouldBe("Failed");
        (await admin.Get("/screening/terms")).Text.ShouldContain("无法预览");
        (await admin.Get($"/screening/terms/changes/{waiting.Id}")).Expect(HttpStatusCode.OK).Text.ShouldContain("这项变更无法预览");
        (await Publish(admin, change)).Expect(HttpStatusCode.Conflict);

        ((string)(await Publish(admin, await admin.Get($"{Changes}/{ready.Id}"))).Expect(HttpStatusCode.Conflict)["breaches"][0]!["message"]!)
            .ShouldContain("无法用来排查");
        (await Hits(branch, "农行乐园")).ShouldBe(1);

        (await admin.Post($"{Changes}/{waiting.Id}/preview")).Expect(HttpStatusCode.NoContent);
        ((string)(await admin.Previewed(waiting.Id))["state"]!).ShouldBe("Failed");
        (await admin.Send(HttpMethod.Delete, $"{Changes}/{waiting.Id}")).Expect(HttpStatusCode.NoContent);
        (await admin.Get($"/screening/terms/changes/{waiting.Id}")).Text.ShouldContain("已放弃");
    }

    [Fact]
    public async Task A_preview_is_over_the_whole_banks_last_file_or_the_largest_unless_another_is_chosen()
    {
        var (branch, small, head, admin) = (await _app.As("HZ1001"), await _app.As("NB1001"), await _app.As("HQ1001"), await _app.As("HQ9101"));
        var add = new { kind = "AddTerm", text = "小绿卡", reason = "本行产品名" };
        var (large, of) = await branch.Screened(AccountFiles.Csv("E1,甲,330106,公众号,小绿卡甲,,", "E2,乙,330106,公众号,小绿卡乙,,", "E3,丙,330106,公众号,小绿卡丙,,"));
        _app.Clock.Set(new(2026, 11, 23, 9, 31, 0));
        var (newest, one) = await small.Screened(AccountFiles.Csv("E4,丁,330200,公众号,天气,,"));
        var change = await admin.Previewed(add);
        ((string?)change["fileNumber"], (string?)change["fileBranch"], (int)change["rows"]).ShouldBe(((string?)of["number"], "杭州市分行", 3));

        var (whole, bank) = await head.Screened(AccountFiles.Csv("E5,戊,330106,公众号,小绿卡戊,,", "E6,己,310000,公众号,天气,,"));
        _app.Clock.Set(new(2026, 11, 23, 9, 32, 0));
        await small.Screened(AccountFiles.Csv([.. Enumerable.Range(1, 9).Select(i => $"E{i},丁,330200,公众号,天气,,")]));
        change = await admin.Previewed(add);
        ((string?)change["fileNumber"], (string?)change["fileBranch"], (int)change["new"]).ShouldBe(((string?)bank["number"], "全行", 1));
        var page = (await admin.Get($"/screening/terms/changes/{change["id"]}")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain($"比对 {bank["number"]} 的全部行（全行");
        page.ShouldContain($"<option selected=\"selected\" value=\"{whole}\">");

        var files = (await admin.Get("screening/terms/files")).Expect(HttpStatusCode.OK).Json.AsArray();
        (files.Count, (Guid)files[0]!["id"]!).ShouldBe((4, whole));
        (await branch.Get("screening/terms/files")).Expect(HttpStatusCode.Forbidden);
        (await branch.Get($"/screening/terms/changes/{change["id"]}")).Expect(HttpStatusCode.OK).Text.ShouldNotContain((string)one["number"]!);
        change = await admin.Previewed(new { kind = "AddTerm", text = "小绿卡", reason = "本行产品名", fileId = newest });
        ((string?)change["fileNumber"], (int)change["new"]).ShouldBe(((string?)one["number"], 0));
        (await admin.PostForm("/screening/terms", $"/screening/terms/changes/{change["id"]}?handler=Redo", ("fileId", $"{large}"))).Expect(HttpStatusCode.SeeOther);
        change = await admin.Previewed((Guid)change["id"]);
        ((string?)change["fileNumber"], (int)change["new"]).ShouldBe(((string?)of["number"], 3));
        (await admin.Post($"{Changes}/{change["id"]}/preview?fileId={Guid.NewGuid()}")).Expect(HttpStatusCode.BadRequest);
        (await admin.PostForm("/screening/terms", "/screening/terms", ("Form.Kind", "AddTerm"), ("Form.Text", "小蓝卡"), ("Form.Reason", "x"), ("Form.FileId", $"{Guid.NewGuid()}")))
            .Expect(HttpStatusCode.BadRequest).Text.ShouldContain("请选择其他文件");
    }

    private static TermChange Unusable(ChangeState state) => new()
    {
        Id = Guid.NewGuid(),
        Kind = ChangeKind.AddTerm,
        Text = "★★",
        Reason = "只有符号",
        ProposedByName = "邓勇",
        BaseVersion = 1,
        State = state,
    };

    private static Task<Answer> Publish(GovClient admin, Answer change) =>
        admin.Post($"{Changes}/{change["id"]}/publication", new { version = (int)change["version"] });

    private static async Task<int> Hits(GovClient person, string text) =>
        (await person.Post("screening/check", new { texts = new[] { text } })).Expect(HttpStatusCode.OK).Json[0]!["hits"]!.AsArray().Count;
}
