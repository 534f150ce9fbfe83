using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class BeijingTimeTests
{
    [Theory]
    [InlineData("2026-11-26T15:59:59.999Z", "2026-11-26")]
    [InlineData("2026-11-26T16:00:00Z", "2026-11-27")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    [InlineData("1990-07-01T15:30:00Z", "1990-07-01")]   // Shanghai had summer time then; Beijing time is UTC+8 here
    public void Article07_The_day_is_Beijings(string instant, string day)
    {
        var clock = new FakeTimeProvider(At(instant));
        clock.BeijingToday().ShouldBe(Day(day));
        BeijingTime.BeijingDayOf(clock.UtcNow()).ShouldBe(Day(day));
    }

    [Fact]
    public void Article07_Now_is_UTC_to_the_millisecond()
    {
        var now = new FakeTimeProvider(At("2026-11-26T06:03:04.1239999Z")).UtcNow();
        now.ShouldBe(new DateTime(2026, 11, 26, 6, 3, 4, 123));
        now.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Article07_A_Beijing_day_lasts_from_16_00_UTC_to_16_00_UTC()
    {
        var day = Day("2026-03-01");
        BeijingTime.StartOfDayUtc(day).ShouldBe(new DateTime(2026, 2, 28, 16, 0, 0));
        BeijingTime.EndOfDayUtc(day).ShouldBe(new DateTime(2026, 3, 1, 16, 0, 0));
        BeijingTime.StartOfDayUtc(day).Kind.ShouldBe(DateTimeKind.Utc);
        BeijingTime.EndOfDayUtc(day).Kind.ShouldBe(DateTimeKind.Utc);
        BeijingTime.EndOfDayUtc(day).ShouldBe(BeijingTime.StartOfDayUtc(day.AddDays(1)));
    }

    [Fact]
    public void Article07_The_kind_of_an_instant_does_not_move_the_Beijing_clock()
    {
        var utc = At("2026-07-01T18:30:00Z").UtcDateTime;
        var beijing = new DateTime(2026, 7, 2, 2, 30, 0);
        BeijingTime.ToBeijing(utc).ShouldBe(beijing);
        BeijingTime.ToBeijing(utc.ToLocalTime()).ShouldBe(beijing);
        BeijingTime.ToBeijing(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified)).ShouldBe(beijing);
        BeijingTime.ToBeijing(utc).Kind.ShouldBe(DateTimeKind.Unspecified);
        BeijingTime.ToUtc(beijing).ShouldBe(utc);
    }

    [Fact]
    public void Article07_The_ends_of_time_are_answered_without_a_fault()
    {
        BeijingTime.ToBeijing(DateTime.MaxValue).ShouldBe(DateTime.MaxValue);
        BeijingTime.ToUtc(DateTime.MinValue).ShouldBe(DateTime.MinValue);
        BeijingTime.StartOfDayUtc(DateOnly.MinValue).ShouldBe(DateTime.MinValue);
        BeijingTime.EndOfDayUtc(DateOnly.MaxValue).ShouldBe(new DateTime(9999, 12, 31, 16, 0, 0));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

public sealed class BeijingTimeTestsHere : BeijingTimeTests;

[Collection(LosAngeles.Name)]
public sealed class BeijingTimeTestsInLosAngeles : BeijingTimeTests;
