using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 7: the application is the form of annex 1, complete.</summary>
internal static class FormRules
{
    public const int LeastIntroduction = 4;
    public const int MostIntroduction = 120;

    [Rule("R07-2", RuleKind.Block, "申请以附件1《微信银行注册申请表》为准，须填写完整。")]
    [Article(7, "递交《中国ⅩⅩ银行微信银行注册申请表》(见附件1)")]
    public static IEnumerable<Breach> FormComplete(
        AccountForm accountForm, ApplicationForm form, IReadOnlyCollection<FileSlot> files, WidthRange nameWidth) =>
        [
            .. Account(accountForm, form, nameWidth),
            .. Subject(form),
            .. People(form),
            .. Operation(form, files),
        ];

    private static IEnumerable<Breach> Account(AccountForm accountForm, ApplicationForm form, WidthRange nameWidth)
    {
        if (form.PlannedRegistrationDate is null)
        {
            yield return Missing("plannedRegistrationDate", "计划注册日期");
        }
        if (!string.IsNullOrWhiteSpace(form.Name) && DisplayWidth.Of(form.Name) is var width
            && (width < nameWidth.Min || width > nameWidth.Max))
        {
            yield return Of("name", $"名称的宽度是 {width}（汉字计 2，英文和数字计 1），平台允许 {nameWidth.Min} 至 {nameWidth.Max}。");
        }
        if (form.WeChatId is { Length: > 0 } id && !WeChatIdFormat.IsValid(id))
        {
            yield return Of("weChatId", "微信号须为 6 至 20 位字母、数字、下划线或减号，并以字母开头。");
        }
        var introduction = Characters.Count(form.Introduction);
        if (introduction == 0)
        {
            yield return Missing("introduction", "功能介绍");
        }
        else if (introduction is < LeastIntroduction or > MostIntroduction)
        {
            yield return Of("introduction", $"功能介绍有 {introduction} 个字，应在 {LeastIntroduction} 至 {MostIntroduction} 个字之间。");
        }
        if (string.IsNullOrWhiteSpace(form.ViVersion))
        {
            yield return Missing("viVersion", "VI版本");
        }
        if (form.Purposes == Purposes.None)
        {
            yield return Of("purposes", "请至少选择一项功能定位：营销宣传、金融交易、客户服务。");
        }
        if (string.IsNullOrWhiteSpace(form.PurposeText))
        {
            yield return Missing("purposeText", "内容类别");
        }
        // A service account's justification is R05-2's.
        if (accountForm == AccountForm.SubscriptionAccount && string.IsNullOrWhiteSpace(form.Justification))
        {
            yield return Missing("justification", "设立必要性");
        }
        if (form.HostsTransactions is null)
        {
            yield return Of("hostsTransactions", "请选择是否含金融交易。");
        }
        else if (form.HostsTransactions.Value != form.Purposes.HasFlag(Purposes.Transactions))
        {
            yield return Of("hostsTransactions", "“是否含金融交易”与功能定位中是否勾选“金融交易”不一致，请核对。");
        }
    }

    private static IEnumerable<Breach> Subject(ApplicationForm form)
    {
        if (string.IsNullOrWhiteSpace(form.SubjectName))
        {
            yield return Missing("subjectName", "主体全称");
        }
        if (string.IsNullOrWhiteSpace(form.CreditCode))
        {
            yield return Missing("creditCode", "统一社会信用代码");
        }
        else if (CreditCode.Problem(form.CreditCode) is { } problem)
        {
            yield return Of("creditCode", problem);
        }
        if (string.IsNullOrWhiteSpace(form.RegisteredAddress))
        {
            yield return Missing("registeredAddress", "注册地");
        }
        if (string.IsNullOrWhiteSpace(form.OperatingAddress))
        {
            yield return Missing("operatingAddress", "运营地");
        }
    }

    private static IEnumerable<Breach> People(ApplicationForm form) => PeopleRules.Check(form).Select(b => Of(b.Field, b.Message));

    private static IEnumerable<Breach> Operation(ApplicationForm form, IReadOnlyCollection<FileSlot> files)
    {
        if (!string.IsNullOrWhiteSpace(form.OperatingPartner) && !files.Contains(FileSlot.OperatingAgreement))
        {
            yield return Of("operatingAgreement", "填写了第三方运营商，请上传与其签订的协议。");
        }
        if (form.CollectsPersonalData is null)
        {
            yield return Of("collectsPersonalData", "请选择是否收集个人信息。");
        }
        else if (form.CollectsPersonalData.Value && !files.Contains(FileSlot.ImpactAssessment))
        {
            yield return Of("impactAssessment", "收集个人信息的，请上传个人信息保护影响评估。");
        }
        if (!files.Contains(FileSlot.ContingencyPlan))
        {
            yield return Of("contingencyPlan", "请上传应急预案。");
        }
        if (!form.Undertaking)
        {
            yield return Of("undertaking", "请阅读承诺书并勾选承诺。");
        }
    }

    private static Breach Missing(string field, string label) => Of(field, $"请填写{label}。");

    private static Breach Of(string? field, string message) => new("R07-2", 7, field, message);
}
