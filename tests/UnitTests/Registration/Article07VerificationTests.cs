using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.UnitTests.Approval;
using WeChatBankGov.UnitTests.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Registration;

public abstract class Article07VerificationTests
{
    private static readonly DateOnly ApprovedOn = Day("2026-11-23");
    private static readonly CalendarDay Due = VerificationRules.LastDayFor(ApprovedOn, WorkCalendar.Shipped);

    /// <summary>24:00 Beijing time of 23 December, in UTC.</summary>
    private static readonly DateTime Midnight = new(2026, 12, 23, 16, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-23", "2026-12-23")]
    [InlineData("2026-01-31", "2026-02-28")]   // no 31 February; that Saturday is worked
    [InlineData("2026-09-01", "2026-10-08")]   // 1 October to the first working day after National Day
    [InlineData("2026-10-14", "2026-11-16")]   // a Saturday: Monday
    [Trait("Rule", "R07-5"), Trait("Side", "Accepts")]
    public void Article07_Accepts_verification_until_the_last_day_of_the_month_by_the_Civil_Code(string approved, string last) =>
        VerificationRules.LastDayFor(Day(approved), WorkCalendar.Shipped).Date.ShouldBe(Day(last));

    [Fact]
    [Trait("Rule", "R07-5"), Trait("Side", "Accepts")]
    public void Article07_Accepts_the_last_millisecond_of_the_last_Beijing_day()
    {
        var account = Filled.ApprovedAccount(ApprovedOn, Due);
        account.IsPastDue(Midnight.AddMilliseconds(-1)).ShouldBeFalse();
        account.StateAt(Midnight.AddMilliseconds(-1), lapseIsOn: true).ShouldBe(AccountState.AwaitingVerification);
    }

    [Fact]
    [Trait("Rule", "R07-5"), Trait("Side", "Refuses")]
    public void Article07_Refuses_verification_as_in_time_from_24_00_Beijing_time_on() =>
        Filled.ApprovedAccount(ApprovedOn, Due).IsPastDue(Midnight).ShouldBeTrue();

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public void Article07_Refuses_to_keep_an_approval_alive_past_24_00_Beijing_time() =>
        Filled.ApprovedAccount(ApprovedOn, Due).StateAt(Midnight, lapseIsOn: true).ShouldBe(AccountState.VerificationLapsed);

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_late_approval_while_the_rule_is_switched_off() =>
        Filled.ApprovedAccount(ApprovedOn, Due).StateAt(Midnight.AddDays(30), lapseIsOn: false).ShouldBe(AccountState.AwaitingVerification);

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public void Article07_Refuses_to_undo_a_recorded_lapse()
    {
        var account = Filled.ApprovedAccount(ApprovedOn, Due);
        account.RecordLapse(Midnight);
        account.StateAt(Midnight.AddDays(-10), lapseIsOn: true).ShouldBe(AccountState.VerificationLapsed);
        Should.Throw<InvalidOperationException>(() => account.MoveDue(Certain("2027-01-31")));
    }

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public void Article07_Refuses_evidence_dated_before_the_approval() =>
        VerificationRules.EvidenceDateIsPossible(Day("2026-11-22"), ApprovedOn, Day("2026-12-01")).ShouldRefuse("R07-7", 7, "verifiedOn")
            .Message.ShouldBe("认证日期2026年11月22日(周日)早于批准日2026年11月23日(周一)。");

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public void Article07_Refuses_evidence_dated_in_the_future() =>
        VerificationRules.EvidenceDateIsPossible(Day("2026-12-02"), ApprovedOn, Day("2026-12-01")).ShouldRefuse("R07-7", 7, "verifiedOn")
            .Message.ShouldBe("认证日期2026年12月2日(周三)在今天之后。");

    [Theory]
    [InlineData("2026-11-23")]   // the day of the approval
    [InlineData("2026-12-01")]   // today
    [Trait("Rule", "R07-7"), Trait("Side", "Accepts")]
    public void Article07_Accepts_evidence_dated_from_the_approval_to_today(string verified) =>
        VerificationRules.EvidenceDateIsPossible(Day(verified), ApprovedOn, Day("2026-12-01")).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public void Article07_Refuses_to_confirm_as_in_time_what_is_dated_after_the_last_day() =>
        VerificationRules.LateFilingIsWhatItSays(true, Due.Date.AddDays(1), Due.Date).ShouldRefuse("R07-7", 7, "inTime")
            .Message.ShouldContain("2026年12月24日(周四)，晚于期限2026年12月23日(周三)");

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Accepts")]
    public void Article07_Accepts_the_last_day_as_in_time_and_any_day_as_late()
    {
        VerificationRules.LateFilingIsWhatItSays(true, Due.Date, Due.Date).ShouldBeEmpty();
        VerificationRules.LateFilingIsWhatItSays(false, Due.Date.AddDays(1), Due.Date).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AccountState.AwaitingVerification, "已批准待认证")]
    [InlineData(AccountState.VerificationLapsed, "逾期未认证")]
    [InlineData(AccountState.LateVerificationFiled, "补录待确认")]
    [InlineData(AccountState.VerificationExpired, "认证过期")]
    [InlineData(AccountState.Revoked, "已撤销")]
    [Trait("Rule", "R07-6"), Trait("Side", "Refuses")]
    public void Article07_Refuses_to_let_an_account_without_verification_serve_customers(object state, string word) =>
        VerificationRules.MayServeCustomers(Filled.UnifiedName, (AccountState)state).ShouldRefuse("R07-6", 7, "account")
            .Message.ShouldContain($"账号“{Filled.UnifiedName}”的状态是{word}");

    [Theory]
    [InlineData(AccountState.Live)]
    [InlineData(AccountState.Standing)]
    [Trait("Rule", "R07-6"), Trait("Side", "Accepts")]
    public void Article07_Accepts_verified_and_standing_accounts(object state) =>
        VerificationRules.MayServeCustomers(Filled.UnifiedName, (AccountState)state).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-12-01")]   // the day of the verification itself
    [InlineData("2026-11-30")]
    [InlineData("2028-01-02")]   // more than thirteen months
    [Trait("Rule", "R07-9"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_validity_that_is_not_about_a_year(string until)
    {
        var breach = VerificationRules.ValidityIsAYear(Day("2026-12-01"), Day(until)).ShouldRefuse("R07-9", 7, "verifiedUntil");
        breach.Message.ShouldContain($"认证有效期至{DayFormat.Day(Day(until))}");
        breach.Remedy!.ShouldContain("2027年12月1日(周三)");
    }

    [Theory]
    [InlineData("2027-11-30")]
    [InlineData("2027-12-01")]
    [InlineData("2028-01-01")]
    [Trait("Rule", "R07-9"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_validity_of_about_a_year(string until) =>
        VerificationRules.ValidityIsAYear(Day("2026-12-01"), Day(until)).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-9"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_verification_until_24_00_Beijing_time_of_its_last_day() =>
        Verified().StateAt(new(2027, 12, 1, 15, 59, 59, DateTimeKind.Utc), lapseIsOn: true).ShouldBe(AccountState.Live);

    [Fact]
    [Trait("Rule", "R07-9"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_verification_from_24_00_Beijing_time_of_its_last_day() =>
        Verified().StateAt(new(2027, 12, 1, 16, 0, 0, DateTimeKind.Utc), lapseIsOn: true).ShouldBe(AccountState.VerificationExpired);

    private static WeChatAccount Verified()
    {
        var account = Filled.ApprovedAccount(ApprovedOn, Due);
        var verification = new Verification(
            "gh_0123456789ab", "wx0123456789abcdef", Day("2026-12-01"), Day("2027-12-01"), "认证.png", new('0', 64), "image/png", 1);
        account.RecordVerification(verification, late: false, Staff.Handler, Midnight.AddDays(-22));
        return account;
    }
}

public sealed class Article07VerificationTestsHere : Article07VerificationTests;

[Collection(LosAngeles.Name)]
public sealed class Article07VerificationTestsInLosAngeles : Article07VerificationTests;
