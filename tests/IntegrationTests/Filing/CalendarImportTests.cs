using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>A new arrangement moves open deadlines, and whoever has one hears of it.</summary>
public sealed partial class CalendarImportTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task Article07_A_deadline_that_moves_is_told_and_kept_in_the_timeline_and_the_trail()
    {
        var (application, account) = await app.ApprovedAccount();
        var handler = await app.As("ZJ1001");
        ((string?)(await handler.Account(account))["verificationDue"]).ShouldBe("2026-12-23");

        await Import("""{"year":2026,"daysOff":{"2026-12-23":"元旦"},"workedWeekendDays":{}}""");

        ((string?)(await handler.Account(account))["verificationDue"]).ShouldBe("2026-12-24");
        var step = (await handler.Get($"{Applications.Root}/{application}"))["timeline"].AsArray()[^1]!;
        ((string?)step["step"], (string?)step["opinion"])
            .ShouldBe(("认证期限随工作日历调整", "由2026年12月23日(周三)改为2026年12月24日(周四)。"));
        (await handler.Get("notices"))["items"].AsArray().Select(n => (string)n!["title"]!)
            .ShouldContain(title => title.StartsWith("认证期限改为2026年12月24日(周四)", StringComparison.Ordinal));
        var entries = await app.WithDb(db => db.Set<AuditEntry>().Where(e => e.Title == "导入节假日安排").ToListAsync());
        entries.Where(e => e.SubjectId == account).ShouldHaveSingleItem().Detail.ShouldContain("由 2026-12-23 改为 2026-12-24");
        entries.Where(e => e.SubjectId != account).ShouldHaveSingleItem().Detail.ShouldEndWith("1 个账号的认证期限随之改变");
    }

    private async Task Import(string json)
    {
        var administrator = await app.As("HQ9101");
        var uploaded = await administrator.Upload("/organisation/calendar/import", "Upload", Encoding.UTF8.GetBytes(json), "2026.json");
        var address = uploaded.Expect(HttpStatusCode.SeeOther).Headers.Location!.ToString();
        var seal = Seal().Match((await administrator.Get(address)).Expect(HttpStatusCode.OK).Text).Groups[1].Value;
        (await administrator.PostForm(address, address, ("seal", seal), ("Source", "国办通知"))).Expect(HttpStatusCode.SeeOther);
    }

    [GeneratedRegex("""name="seal" value="([^"]+)""")]
    private static partial Regex Seal();
}
