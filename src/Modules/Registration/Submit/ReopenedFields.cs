using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Registration.Submit;

/// <summary>
/// What a return opens: what was objected to, and what depends on it. The pages show the avatar and the name, the
/// introduction speaks of the name; the planned day is always open, because the lead time counts from the resubmission.
/// </summary>
internal static class ReopenedFields
{
    public const string PlannedDay = "plannedRegistrationDate";

    public static string FieldOf(IdentityElement element) => element switch
    {
        IdentityElement.Avatar => "avatar",
        IdentityElement.Name => "name",
        IdentityElement.ServicePageDesign => "servicePageDesign",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "Not an element of visual identity."),
    };

    public static IEnumerable<string> ByElement(IdentityElement element) => With(FieldOf(element));

    /// <summary>The field and what depends on it.</summary>
    public static IEnumerable<string> With(string field) => field switch
    {
        "avatar" => ["avatar", "servicePageDesign"],
        "name" => ["name", "weChatId", "introduction", "servicePageDesign"],
        "hostsTransactions" or "purposes" => ["hostsTransactions", "purposes", "purposeText"],
        "operatingPartner" or "operatingAgreement" => ["operatingPartner", "operatingAgreement"],
        "collectsPersonalData" or "impactAssessment" => ["collectsPersonalData", "impactAssessment"],
        _ => [field],
    };

    /// <summary>The fields at which the head office may comment, with the words of the form.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        ["plannedRegistrationDate"] = "计划注册日期",
        ["planId"] = "规划依据",
        ["name"] = "名称",
        ["weChatId"] = "微信号",
        ["introduction"] = "功能介绍",
        ["avatar"] = "头像",
        ["servicePageDesign"] = "服务页面UI设计",
        ["viVersion"] = "VI版本",
        ["purposes"] = "功能定位",
        ["purposeText"] = "内容类别",
        ["justification"] = "设立必要性",
        ["hostsTransactions"] = "是否含金融交易",
        ["subjectName"] = "主体全称",
        ["creditCode"] = "统一社会信用代码",
        ["registeredAddress"] = "注册地",
        ["operatingAddress"] = "运营地",
        ["sponsor"] = "分管领导",
        ["responsible"] = "责任人",
        ["administrator"] = "管理员",
        ["backupAdministrator"] = "备份管理员",
        ["contentReviewers"] = "内容初审人、复审人、终审人",
        ["emergencyContact"] = "应急联系人",
        ["publishingFrequency"] = "发布频率",
        ["operatingPartner"] = "第三方运营商",
        ["operatingAgreement"] = "运营协议",
        ["collectsPersonalData"] = "个人信息收集",
        ["impactAssessment"] = "个人信息保护影响评估",
        ["contingencyPlan"] = "应急预案",
        ["undertaking"] = "承诺书",
    };
}
