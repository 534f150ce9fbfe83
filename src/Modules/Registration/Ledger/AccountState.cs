namespace WeChatBankGov.Registration.Ledger;

/// <summary>Where an account stands now.</summary>
internal enum AccountState
{
    /// <summary>现有账号</summary>
    Standing = 1,

    /// <summary>已批准待认证</summary>
    AwaitingVerification = 2,

    /// <summary>逾期未认证</summary>
    VerificationLapsed = 3,

    /// <summary>补录待确认</summary>
    LateVerificationFiled = 4,

    /// <summary>已认证</summary>
    Live = 5,

    /// <summary>认证过期</summary>
    VerificationExpired = 6,

    /// <summary>已撤销</summary>
    Revoked = 7,
}

internal static class AccountStateWords
{
    public static string Chinese(this AccountState state) => state switch
    {
        AccountState.Standing => "现有账号",
        AccountState.AwaitingVerification => "已批准待认证",
        AccountState.VerificationLapsed => "逾期未认证",
        AccountState.LateVerificationFiled => "补录待确认",
        AccountState.Live => "已认证",
        AccountState.VerificationExpired => "认证过期",
        AccountState.Revoked => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of an account."),
    };

    public static string Tone(this AccountState state) => state switch
    {
        AccountState.Standing or AccountState.Live => "ok",
        AccountState.AwaitingVerification or AccountState.LateVerificationFiled => "wait",
        AccountState.VerificationLapsed or AccountState.VerificationExpired => "stop",
        _ => "quiet",
    };
}
