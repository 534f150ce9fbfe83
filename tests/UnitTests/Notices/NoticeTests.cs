using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Notices;

public sealed class NoticeTests : IAsyncLifetime
{
    private KernelHouse _house = null!;

    public async Task InitializeAsync() => _house = await KernelHouse.Build();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task A_notice_reaches_the_person_and_nobody_else()
    {
        await Tell(ToPerson("k", People.Handler));
        (await Titles(People.Handler)).ShouldBe(["k"]);
        (await Titles(People.Colleague)).ShouldBeEmpty();
        (await Unread(People.Colleague)).ShouldBe(0);
    }

    [Fact]
    public async Task A_notice_for_a_duty_reaches_those_of_the_department_who_hold_it()
    {
        await Tell(ToDepartment("handlers", Duties.Handler), ToDepartment("either", Duties.Handler | Duties.Approver),
            ToDepartment("approvers", Duties.Approver), ToDepartment("all", Duties.None));
        (await Titles(People.Handler)).ShouldBe(["handlers", "either", "all"], ignoreOrder: true);
        (await Titles(People.Colleague)).ShouldBe(["handlers", "either", "all"], ignoreOrder: true);
        (await Titles(People.Reviewer)).ShouldBeEmpty();
        (await Titles(People.Approver)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_key_is_told_once_whoever_posts_it()
    {
        await using var other = _house.SecondHost();
        var notice = ToPerson("lapse/1/7-days", People.Handler);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
            (await (i % 2 == 0 ? _house : other).Send(new Tell.Command(notice))).Succeeded.ShouldBeTrue())));
        await Tell(notice, notice);
        (await Titles(People.Handler)).ShouldBe(["lapse/1/7-days"]);
    }

    [Fact]
    public async Task Unread_ones_stand_first_and_each_reads_for_themselves()
    {
        await Tell(ToDepartment("old", Duties.None));
        _house.Clock.Advance(TimeSpan.FromHours(1));
        await Tell(ToDepartment("new", Duties.None));
        var newest = (await List(People.Handler)).Items[0];
        (await _house.Send(new MarkNoticeRead.Command(newest.Id), People.Handler)).Value.ShouldBe("/registration/new");
        (await _house.Send(new MarkNoticeRead.Command(newest.Id), People.Handler)).Succeeded.ShouldBeTrue();
        (await List(People.Handler)).Items.Select(i => (i.Title, i.IsRead)).ShouldBe([("old", false), ("new", true)]);
        (await List(People.Colleague)).Items.Select(i => (i.Title, i.IsRead)).ShouldBe([("new", false), ("old", false)]);
        (await Unread(People.Handler)).ShouldBe(1);
    }

    [Fact]
    public async Task Marking_all_leaves_what_came_after_the_list_was_shown()
    {
        await Tell(ToPerson("seen", People.Handler));
        var shown = _house.Clock.GetUtcNow().UtcDateTime;
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await Tell(ToPerson("just now", People.Handler));
        (await _house.Send(new MarkAllNoticesRead.Command(shown), People.Handler)).Value.ShouldBe(1);
        (await List(People.Handler)).Items.Where(i => !i.IsRead).Select(i => i.Title).ShouldBe(["just now"]);
        (await _house.Send(new MarkAllNoticesRead.Command(null), People.Handler)).Value.ShouldBe(1);
        (await Unread(People.Handler)).ShouldBe(0);
        (await _house.Database(db => db.Set<AuditEntry>().CountAsync(e => e.Action.StartsWith("Mark")))).ShouldBe(0);
    }

    [Fact]
    public async Task After_ninety_days_a_notice_counts_as_read()
    {
        await Tell(ToPerson("k", People.Handler));
        _house.Clock.Advance(TimeSpan.FromDays(90));
        (await Unread(People.Handler)).ShouldBe(1);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Unread(People.Handler)).ShouldBe(0);
        (await List(People.Handler)).Items.Single().IsRead.ShouldBeTrue();
    }

    [Fact]
    public async Task Somebody_elses_notice_is_not_found()
    {
        await Tell(ToPerson("k", People.Handler));
        var id = (await List(People.Handler)).Items.Single().Id;
        (await _house.Send(new MarkNoticeRead.Command(id), People.Colleague)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await _house.Send(new ListNotices.Query(PageRequest.Of(1, 20)), People.Client)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData("", "/a")]
    [InlineData("键", "/a")]
    [InlineData("k", "https://example.org/")]
    [InlineData("k", "//example.org/")]
    [InlineData("k", "/\\example.org/")]
    [InlineData("k", "")]
    public async Task A_wrong_key_or_an_address_elsewhere_is_a_bug(string key, string href) =>
        await Should.ThrowAsync<ArgumentException>(() => Tell(new NewNotice(key, new NoticeTo.Person(People.Handler.Id), "t", "", href)));

    [Fact]
    public async Task Long_words_are_cut()
    {
        await Tell(new NewNotice("k", new NoticeTo.Person(People.Handler.Id), new('长', 300), new('长', 3000), "/"));
        var item = (await List(People.Handler)).Items.Single();
        (item.Title.Length, item.Text.Length).ShouldBe((120, 1000));
    }

    internal static NewNotice ToPerson(string key, CurrentPerson person) =>
        new(key, new NoticeTo.Person(person.Id), key, "", "/registration/" + key.Split('/')[0]);

    private static NewNotice ToDepartment(string key, Duties duty) =>
        new(key, new NoticeTo.Department(People.Zhejiang, DepartmentKind.EBanking, duty), key, "说明", "/registration/" + key);

    private async Task Tell(params NewNotice[] notices) => (await _house.Send(new Tell.Command(notices))).Succeeded.ShouldBeTrue();

    private async Task<ListPage<ListNotices.Item>> List(CurrentPerson person) =>
        (await _house.Send(new ListNotices.Query(PageRequest.Of(1, 20)), person)).Value;

    private async Task<IEnumerable<string>> Titles(CurrentPerson person) => (await List(person)).Items.Select(i => i.Title);

    private async Task<int> Unread(CurrentPerson person) => (await _house.Send(new CountUnreadNotices.Query(), person)).Value;
}
