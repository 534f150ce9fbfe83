namespace WeChatBankGov.Kernel.Web;

/// <summary>An endpoint that itself says what is too large for it, at the field; any other is answered for with its limit and a 413.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class AnswersTooLargeAttribute : Attribute;
