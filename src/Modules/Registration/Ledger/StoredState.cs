namespace WeChatBankGov.Registration.Ledger;

/// <summary>What is stored of an account's state; what has lapsed or expired follows from the clock: <see cref="AccountState"/>.</summary>
internal enum StoredState
{
    /// <summary>现有账号 (R05-1)</summary>
    Standing = 1,

    /// <summary>已批准待认证</summary>
    AwaitingVerification = 2,

    /// <summary>补录待确认: filed after the deadline, waits for the head office (R07-7).</summary>
    LateVerificationFiled = 3,

    /// <summary>已认证</summary>
    Verified = 4,

    /// <summary>已撤销</summary>
    Revoked = 5,
}
