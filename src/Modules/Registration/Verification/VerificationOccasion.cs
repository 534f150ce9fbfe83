using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>What is to be told of an account's verification today.</summary>
/// <param name="End">The last Beijing day in time, or the day on which the yearly verification ends.</param>
/// <param name="DaysBefore">The reminder that is due: 7, 1; 60, 30, 7; null when the day is past.</param>
/// <param name="Yearly">True for WeChat's yearly verification (R07-9), false for the month of R07-5.</param>
internal sealed record VerificationOccasion(DateOnly End, int? DaysBefore, bool Yearly)
{
    public bool IsPast => DaysBefore is null;

    /// <summary>Null when there is nothing to tell.</summary>
    /// <param name="account">Any account of the ledger.</param>
    /// <param name="today">The Beijing day.</param>
    /// <param name="lapseIsOn">False while R07-7 is switched off: then nothing lapses.</param>
    public static VerificationOccasion? Of(WeChatAccount account, DateOnly today, bool lapseIsOn) => account.Stored switch
    {
        StoredState.AwaitingVerification when !account.LapseRecorded =>
            Of(account.VerificationDue!.Value, today, VerificationRules.ReminderDays, yearly: false) is var month
                && month is { IsPast: true } && !lapseIsOn ? null : month,
        StoredState.Verified => Of(account.VerifiedUntil!.Value, today, VerificationRules.YearlyReminders, yearly: true),
        _ => null,
    };

    /// <summary>Of several reminders that are due only the nearest: who was approved late is not reminded three times at once.</summary>
    private static VerificationOccasion? Of(DateOnly end, DateOnly today, IReadOnlyList<int> reminders, bool yearly)
    {
        var left = end.DayNumber - today.DayNumber;
        if (left < 0)
        {
            return new(end, null, yearly);
        }
        var due = reminders.Where(days => left <= days).ToList();
        return due.Count == 0 ? null : new(end, due.Min(), yearly);
    }
}
