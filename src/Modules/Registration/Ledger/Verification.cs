namespace WeChatBankGov.Registration.Ledger;

/// <summary>What is recorded of a verification (part G of annex 1).</summary>
internal sealed record Verification(
    string OriginalId, string AppId, DateOnly VerifiedOn, DateOnly VerifiedUntil,
    string FileName, string Sha256, string ContentType, long Length);
