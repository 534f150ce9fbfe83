namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>
/// Somebody was quicker: a record is no longer what the command found, or not in the state that another one, read a moment
/// before, implies. The command is asked again on what is true now.
/// </summary>
public sealed class OvertakenException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
