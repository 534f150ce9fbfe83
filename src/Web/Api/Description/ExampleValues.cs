using System.Text.Json.Nodes;

namespace WeChatBankGov.Web.Api.Description;

/// <summary>What a field holds in examples: the demo bank's first branch on an ordinary Monday.</summary>
internal static class ExampleValues
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["number"] = "ZC-2026-000123",
        ["applicationNumber"] = "ZC-2026-000123",
        ["name"] = "中国ⅩⅩ银行浙江省分行",
        ["official"] = "中国ⅩⅩ银行浙江省分行",
        ["title"] = "ZC-2026-000123 中国ⅩⅩ银行浙江省分行",
        ["institutionName"] = "浙江省分行",
        ["institution"] = "浙江省分行",
        ["personName"] = "王晓梅",
        ["recordedBy"] = "王晓梅",
        ["publishedBy"] = "周立新",
        ["decidedByName"] = "周立新",
        ["finishedByName"] = "吴敏",
        ["by"] = "浙江省分行办公室 吴敏",
        ["introduction"] = "面向浙江客户，提供网点与优惠活动信息、业务办理指南和在线答疑。",
        ["opinion"] = "三要素均符合视觉识别系统的规定。",
        ["reason"] = "头像四角被裁切，请按VI手册第3章重新制作。",
        ["comment"] = "请写明面向哪些客户。",
        ["field"] = "introduction",
        ["summary"] = "统一品牌、统一平台、分级运营。",
        ["documentNumber"] = "ⅩⅩ银电〔2026〕12号",
        ["originalId"] = "gh_0123456789ab",
        ["appId"] = "wx0123456789abcdef",
        ["fileName"] = "头像.png",
        ["contentType"] = "image/png",
        ["slot"] = "avatar",
        ["href"] = "/registration/applications/0199a5b0-6f3e-7c61-9d55-2f1f0c8a1b2c",
        ["code"] = "R07-1",
        ["step"] = "形象设计审核",
        ["message"] = "请填写功能介绍。",
        ["text"] = "小王·農 ⾏",
        ["term"] = "农行",
        ["matched"] = "農 ⾏",
        ["disguise"] = "全角或兼容字符、插入分隔符、繁体或异体字",
        ["header"] = "RequestVerificationToken",
        ["token"] = "CfDJ8…",
        ["creditCode"] = "913300001429123456",
        ["employeeNumber"] = "ZJ1001",
        ["mobile"] = "13800000001",
        ["phone"] = "0571-87000001",
        ["placeName"] = "浙江",
        ["openField"] = "introduction",
        ["purposes"] = "Marketing, CustomerService",
        ["explanation"] = "已更名，见截图。",
        ["sentence"] = "“中国ⅩⅩ银行浙江省分行”是浙江省分行的订阅号，2026年12月1日(周二)完成官方认证。",
    };

    private static readonly Dictionary<string, string> Choices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accountForm"] = "SubscriptionAccount",
        ["form"] = "SubscriptionAccount",
        ["state"] = "InReview",
        ["verdict"] = "Return",
        ["level"] = "Tier1Branch",
    };

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["version"] = 3,
        ["page"] = 1,
        ["pageSize"] = 20,
        ["total"] = 1,
        ["article"] = 7,
        ["days"] = 3,
        ["length"] = 48_213,
    };

    /// <summary>Null for objects and lists.</summary>
    /// <param name="type">Never nullable.</param>
    /// <param name="name">In camelCase.</param>
    public static JsonNode? For(Type type, string name) => type switch
    {
        _ when type == typeof(string) => Texts.GetValueOrDefault(name, "文字"),
        _ when type == typeof(int) || type == typeof(long) => Numbers.GetValueOrDefault(name, 2),
        _ when type == typeof(bool) => name is not ("totalIsCapped" or "advice" or "isAdvice" or "provisional"),
        _ when type == typeof(Guid) => "0199a5b0-6f3e-7c61-9d55-2f1f0c8a1b2c",
        _ when type == typeof(DateOnly) => name.EndsWith("Until", StringComparison.Ordinal) || name.EndsWith("To", StringComparison.Ordinal) ? "2027-11-26" : "2026-11-26",
        _ when type == typeof(DateTime) => "2026-11-23T01:30:00Z",
        _ when type == typeof(byte[]) || type.IsAssignableTo(typeof(IFormFile)) => "（文件内容）",
        { IsEnum: true } => Choices.TryGetValue(name, out var choice) && Enum.GetNames(type).Contains(choice) ? choice : Enum.GetNames(type)[0],
        { IsPrimitive: true } => 1,
        _ => null,
    };

    /// <summary>A merge patch: what is named changes.</summary>
    public static JsonObject Patch() => new()
    {
        ["version"] = 3,
        ["introduction"] = Texts["introduction"],
        ["purposes"] = "Marketing, CustomerService",
        ["administrator"] = new JsonObject { ["name"] = "王晓梅", ["employeeNumber"] = "ZJ1001", ["mobile"] = "13800000001" },
        ["operatingPartner"] = null,
    };
}
