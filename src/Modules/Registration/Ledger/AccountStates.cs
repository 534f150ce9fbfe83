using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>The states that follow from the clock, as conditions for the database. The same as <see cref="WeChatAccount.StateAt"/>.</summary>
internal static class AccountStates
{
    /// <summary>The same for columns read without the entity.</summary>
    public static AccountState At(
        StoredState stored, DateOnly? verificationDue, DateOnly? verifiedUntil, bool lapseRecorded, DateTime nowUtc, bool lapseIsOn)
    {
        var today = BeijingTime.BeijingDayOf(nowUtc);
        return stored switch
        {
            StoredState.Standing => AccountState.Standing,
            StoredState.AwaitingVerification => lapseIsOn && (lapseRecorded || verificationDue < today)
                ? AccountState.VerificationLapsed
                : AccountState.AwaitingVerification,
            StoredState.LateVerificationFiled => AccountState.LateVerificationFiled,
            StoredState.Verified => today > verifiedUntil ? AccountState.VerificationExpired : AccountState.Live,
            StoredState.Revoked => AccountState.Revoked,
            _ => throw new ArgumentOutOfRangeException(nameof(stored), stored, "Not a stored state."),
        };
    }

    /// <param name="accounts">The accounts.</param>
    /// <param name="state">The state wanted.</param>
    /// <param name="today">The Beijing day: the last day for verification ends at its 24:00.</param>
    /// <param name="lapseIsOn">False while R07-7 is switched off.</param>
    public static IQueryable<WeChatAccount> InState(
        this IQueryable<WeChatAccount> accounts, AccountState state, DateOnly today, bool lapseIsOn) => state switch
        {
            AccountState.Standing => accounts.Where(a => a.Stored == StoredState.Standing),
            AccountState.AwaitingVerification when lapseIsOn => accounts.Where(a =>
                a.Stored == StoredState.AwaitingVerification && !a.LapseRecorded && a.VerificationDue >= today),
            AccountState.AwaitingVerification => accounts.Where(a => a.Stored == StoredState.AwaitingVerification),
            AccountState.VerificationLapsed when lapseIsOn => accounts.Where(a =>
                a.Stored == StoredState.AwaitingVerification && (a.LapseRecorded || a.VerificationDue < today)),
            AccountState.LateVerificationFiled => accounts.Where(a => a.Stored == StoredState.LateVerificationFiled),
            AccountState.Live => accounts.Where(a => a.Stored == StoredState.Verified && a.VerifiedUntil >= today),
            AccountState.VerificationExpired => accounts.Where(a => a.Stored == StoredState.Verified && a.VerifiedUntil < today),
            AccountState.Revoked => accounts.Where(a => a.Stored == StoredState.Revoked),
            _ => accounts.Where(a => false),
        };
}
