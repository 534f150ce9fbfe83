namespace WeChatBankGov.Kernel.Accounts;

/// <summary>The two forms of article 2.</summary>
public enum AccountForm
{
    /// <summary>服务号</summary>
    ServiceAccount = 1,

    /// <summary>订阅号, which WeChat now calls 公众号.</summary>
    SubscriptionAccount = 2,
}

public static class AccountFormWords
{
    public static string Chinese(this AccountForm form) => form switch
    {
        AccountForm.ServiceAccount => "服务号",
        AccountForm.SubscriptionAccount => "订阅号（公众号）",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not one of the two forms of article 2."),
    };
}
