using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Calendar;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class CalendarAdministrationTests
{
    /// <summary>Invented, but whole: no statutory holiday of 2027 is missing.</summary>
    private static readonly string Year2027 = Whole(2027);

    [Fact]
    public async Task An_imported_year_is_in_force_here_at_once_and_elsewhere_at_the_next_look()
    {
        var heard = new Listener();
        await using var house = await OrganisationHouse.Build(s => s.AddSingleton<INotificationHandler<CalendarChanged>>(heard));
        await using var other = house.AnotherHost();
        var source = house.Services.GetRequiredService<WorkCalendarSource>();
        source.Current.IsPublished(2027).ShouldBeFalse();

        var upload = (await Upload(house, Year2027)).Value;
        var preview = (await house.Send(new PreviewCalendar.Query(upload), house.SystemAdministrator)).Value;
        preview.Difference.Years.ShouldHaveSingleItem().IsPublished.ShouldBeTrue();
        (await house.Send(new ImportCalendar.Command(upload, preview.Difference.Seal, "国办通知"), house.SystemAdministrator)).Refusal.ShouldBeNull();

        source.Current.IsPublished(2027).ShouldBeTrue();
        heard.Changes.ShouldHaveSingleItem().After.IsPublished(2027).ShouldBeTrue();
        heard.Changes[0].Before.IsPublished(2027).ShouldBeFalse();

        var elsewhere = other.GetRequiredService<WorkCalendarSource>();
        elsewhere.Current.IsPublished(2027).ShouldBeFalse();
        await other.GetRequiredService<CalendarKeeper>().Refresh(CancellationToken.None);
        elsewhere.Current.IsPublished(2027).ShouldBeTrue();
        elsewhere.Current.IsPublished(2026).ShouldBeTrue("the years that come with the program stay");
    }

    [Fact]
    public async Task A_part_of_a_year_changes_the_days_it_names_and_is_stored_as_what_it_makes_of_the_year()
    {
        await using var house = await OrganisationHouse.Build();

        await Import(house, """{"year":2026,"daysOff":{"2026-12-31":"元旦"},"workedWeekendDays":{}}""");

        var calendar = house.Services.GetRequiredService<WorkCalendarSource>().Current;
        calendar.IsWorkingDay(new(2026, 12, 31)).ShouldBeFalse();
        calendar.IsWorkingDay(new(2026, 10, 1)).ShouldBeFalse();
        calendar.IsPublished(2026).ShouldBeTrue();
        await using var other = house.AnotherHost();
        await other.GetRequiredService<CalendarKeeper>().Refresh(CancellationToken.None);
        other.GetRequiredService<WorkCalendarSource>().Current.IsWorkingDay(new(2026, 10, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_imported_already_is_not_imported_again()
    {
        await using var house = await OrganisationHouse.Build();
        await Import(house, Year2027);
        var upload = (await Upload(house, Year2027)).Value;
        var preview = (await house.Send(new PreviewCalendar.Query(upload), house.SystemAdministrator)).Value;

        preview.Difference.Any.ShouldBeFalse();
        (await house.Send(new ImportCalendar.Command(upload, preview.Difference.Seal, "国办通知"), house.SystemAdministrator))
            .Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_arrangement_and_whoever_is_not_the_system_administrator()
    {
        await using var house = await OrganisationHouse.Build();

        (await Upload(house, "{")).Refusal!.Kind.ShouldBe(RefusalKind.Shape);
        (await Upload(house, "休息")).Refusal!.Breaches.ShouldHaveSingleItem().Message.ShouldContain("既不是 JSON");
        (await house.Send(new UploadCalendar.Command("a.json", Encoding.UTF8.GetBytes(Year2027)), house.SecurityAdministrator))
            .Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData(null, "3", "缺少参数 from")]
    [InlineData("0001-01-01", "3", "超出工作日历的范围")]
    [InlineData("2026-02-30", "3", "“2026-02-30”不是日历上有的日期")]
    [InlineData("2026-2-3", "3", "参数 from")]
    [InlineData("2026-02-03", null, "缺少参数 days")]
    [InlineData("2026-02-03", "1001", "0 到 1000")]
    [InlineData("2026-02-03", "-1", "0 到 1000")]
    public async Task Article07_Names_the_parameter_that_is_wrong(string? from, string? days, string message)
    {
        await using var house = await OrganisationHouse.Build();

        var refusal = (await house.Send(new CountWorkingDays.Query(from, days), house.SystemAdministrator)).Refusal!;

        refusal.Kind.ShouldBe(RefusalKind.Shape);
        refusal.Breaches.ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Fact]
    public async Task Article07_Answers_clients_with_the_scope_and_no_others()
    {
        await using var house = await OrganisationHouse.Build();
        CurrentPerson Client(string scope) => new() { Name = "接口客户端", ClientId = "it", Scopes = new HashSet<string> { scope } };

        (await house.Send(new CountWorkingDays.Query("2026-09-28", "3"), Client("calendar.read"))).Value
            .ShouldBe(new CountWorkingDays.Answer(new(2026, 9, 28), 3, new(2026, 10, 8), false));
        (await house.Send(new CountOneMonth.Query("2026-01-31"), Client("calendar.read"))).Value.Date.ShouldBe(new(2026, 2, 28));
        (await house.Send(new CountOneMonth.Query("2026-01-31"), Client("plans.read"))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task Shows_a_year_in_weeks_from_Monday()
    {
        await using var house = await OrganisationHouse.Build();

        var year = (await house.Send(new ShowCalendar.Query(2026), house.SystemAdministrator)).Value;

        year.Months.Count.ShouldBe(12);
        year.Months.SelectMany(m => m.Weeks).ShouldAllBe(w => w.Count == 7);
        var october = year.Months[9].Weeks[0];
        october.Take(3).ShouldAllBe(d => d == null);
        october[3]!.Date.ShouldBe(new(2026, 10, 1));
        october[3]!.IsSpecial.ShouldBeTrue();
    }

    private static Task<Outcome<Guid>> Upload(OrganisationHouse house, string text) =>
        house.Send(new UploadCalendar.Command("holidays.json", Encoding.UTF8.GetBytes(text)), house.SystemAdministrator);

    private static async Task Import(OrganisationHouse house, string text)
    {
        var upload = (await Upload(house, text)).Value;
        var preview = (await house.Send(new PreviewCalendar.Query(upload), house.SystemAdministrator)).Value;
        (await house.Send(new ImportCalendar.Command(upload, preview.Difference.Seal, "国办通知"), house.SystemAdministrator)).Refusal.ShouldBeNull();
    }

    /// <summary>The holidays that the law fixes, written down as an arrangement.</summary>
    private static string Whole(int year)
    {
        var off = ReadCalendarYear.Of(WorkCalendar.Shipped, year).DaysOff.ToDictionary(d => d.Date, d => d.Name);
        return CalendarYear.TryCreate(year, off, [], out _)!.ToJson();
    }

    private sealed class Listener : INotificationHandler<CalendarChanged>
    {
        public List<CalendarChanged> Changes { get; } = [];

        public Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
        {
            Changes.Add(notification);
            return Task.CompletedTask;
        }
    }
}
