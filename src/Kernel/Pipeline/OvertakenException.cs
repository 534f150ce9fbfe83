namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>
/// A record is no longer in the state that another one, read a moment before, implies: somebody was quicker in between. The
/// command is asked again on what is true now.
/// </summary>
public sealed class OvertakenException(string message) : InvalidOperationException(message);
