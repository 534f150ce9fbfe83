using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Articles 2 and 4: the form, and the three elements of visual identity.</summary>
internal static class IdentityRules
{
    [Rule("R02-1", RuleKind.Block, "微信银行只有服务号与订阅号两种形式，批准后不得改变。")]
    [Article(2, "微信银行有微信银行(服务号)与微信银行(订阅号)两种形式")]
    public static IEnumerable<Breach> FormIsOneOfTwo(AccountForm? form)
    {
        if (form is not (AccountForm.ServiceAccount or AccountForm.SubscriptionAccount))
        {
            yield return new("R02-1", 2, "accountForm", "请选择账号形式。", "微信银行只有服务号与订阅号（公众号）两种形式。");
        }
    }

    /// <summary>The elements are there as the real file or text.</summary>
    [Rule("R04-1", RuleKind.Block, "递交时须备齐形象识别三要素：头像、名称、服务页面UI设计。")]
    [Article(4, "微信银行形象识别包括头像、名称、服务页面UI设计")]
    public static IEnumerable<Breach> ElementsPresent(string? name, IEnumerable<FileSlot> uploaded)
    {
        var slots = uploaded.ToHashSet();
        if (!slots.Contains(FileSlot.Avatar))
        {
            yield return new("R04-1", 4, "avatar", "还没有上传头像。", "请上传正方形的 PNG 或 JPEG 图片，边长 300 至 2000 像素，不超过 2 MB。");
        }
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("R04-1", 4, "name", "还没有填写名称。", "请填写账号名称。");
        }
        if (!slots.Contains(FileSlot.ServicePageDesign))
        {
            yield return new("R04-1", 4, "servicePageDesign", "还没有上传服务页面UI设计。", "请上传 1 至 10 个 PNG、JPEG 或 PDF 文件。");
        }
    }
}
