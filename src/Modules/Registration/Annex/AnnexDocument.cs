using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Annex;

/// <summary>附件1《微信银行注册申请表》, parts A to G as one table on A4, the opinions filled in and blanks for the seals.</summary>
internal sealed class AnnexDocument(ReadApplication.Detail a, string? evidence, string? avatarId)
{
    private const string NoDay = "　　年　　月　　日";

    private readonly AnnexOpinions _opinions = AnnexOpinions.Of(a.Timeline);

    /// <param name="bank">The bank's full name, for the title.</param>
    /// <param name="detail">The application as the person reads it.</param>
    /// <param name="evidence">The name of the verification's evidence; null while there is none.</param>
    /// <param name="avatar">The picture; null when there is none.</param>
    public static byte[] Write(string bank, ReadApplication.Detail detail, string? evidence, AnnexPicture? avatar)
    {
        // The package ends its parts synchronously, which a response does not allow: whole in memory, a few hundred kilobytes.
        using var content = new MemoryStream();
        using (var document = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            var title = bank + "微信银行注册申请表";
            var part = document.AddMainDocumentPart();
            document.PackageProperties.Title = $"{detail.Number} {title}".Trim();
            AnnexPaper.AddStyles(part);
            var annex = new AnnexDocument(detail, evidence, avatar?.AddTo(part));
            part.Document = new Document(new Body(
                AnnexPaper.Line("附件1"),
                AnnexPaper.Title(title),
                AnnexPaper.Head($"申请编号：{detail.Number ?? "（递交时编号）"}", $"申请日期：{Day(detail.SubmittedOn)}"),
                AnnexPaper.Table(annex.Rows()),
                AnnexPaper.Section(part, $"{detail.Number ?? "未编号"}　{detail.Form.Name}")));
        }
        return content.ToArray();
    }

    private IEnumerable<TableRow> Rows() => [.. Applicant(), .. Account(), .. SubjectAndPeople(), .. Operation(), .. Opinions(), .. Afterwards()];

    private IEnumerable<TableRow> Applicant() =>
    [
        AnnexPaper.Part("A　申请单位"),
        AnnexPaper.Row("申请类型", a.Kind, "申请机构", $"{a.InstitutionName}（{a.Level.Chinese()}）"),
        AnnexPaper.Row("主管部门", a.Department, "计划注册日期", Text("plannedRegistrationDate")),
        Wide("planId"),
    ];

    private IEnumerable<TableRow> Account() =>
    [
        AnnexPaper.Part("B　账号"),
        AnnexPaper.Row("账号形式", a.AccountForm.Chinese(), "微信号", Text("weChatId")),
        Wide("name", bold: true),
        Wide("introduction"),
        AnnexPaper.Row("头像", avatarId is null ? FilesIn("avatar") : "", "服务页面UI设计", FilesIn("servicePageDesign"), avatarId),
        Pair("viVersion", "purposes"),
        Wide("purposeText"),
        Wide("justification"),
        Wide("hostsTransactions"),
    ];

    private IEnumerable<TableRow> SubjectAndPeople() =>
    [
        AnnexPaper.Part("C　主体"),
        Pair("subjectName", "creditCode"),
        Pair("registeredAddress", "operatingAddress"),
        AnnexPaper.Part("D　人员"),
        Pair("sponsor", "responsible"),
        Pair("administrator", "backupAdministrator"),
        AnnexPaper.Row("内容初审、复审、终审人", Text("contentReviewers"), "应急联系人", Text("emergencyContact")),
    ];

    private IEnumerable<TableRow> Operation() =>
    [
        AnnexPaper.Part("E　运营与安全"),
        Pair("publishingFrequency", "operatingPartner"),
        Pair("collectsPersonalData", "contingencyPlan"),
        Pair("operatingAgreement", "impactAssessment"),
        AnnexPaper.Seal("申请机构承诺",
            a.Form.Undertaking ? $"本机构已阅读并承诺遵守承诺书（{a.Form.UndertakingVersion}）各条。" : "",
            $"经办人：{_opinions.Submission?.PersonName ?? "　　　　"}　　负责人签字：　　　　　　（盖章）　　{Day(_opinions.Submission)}"),
    ];

    private IEnumerable<TableRow> Opinions() =>
    [
        AnnexPaper.Part("F　意见"),
        Opinion("形象设计审核意见", "审核人签字", _opinions.Review),
        Opinion("总行审批意见", "审批人签字", _opinions.Approval),
    ];

    private IEnumerable<TableRow> Afterwards() =>
    [
        AnnexPaper.Part("G　批准后"),
        AnnexPaper.Row("原始ID", a.Account?.OriginalId ?? "", "AppID", a.Account?.AppId ?? ""),
        AnnexPaper.Row("认证日期", a.Account?.VerifiedOn is { } on ? DayFormat.Day(on) : "",
            "认证有效期至", a.Account?.VerifiedUntil is { } until ? DayFormat.Day(until) : ""),
        AnnexPaper.Wide("证明文件", evidence ?? ""),
    ];

    private static TableRow Opinion(string label, string signature, TimelineStep? opinion) => AnnexPaper.Seal(label,
        opinion is null ? "" : $"{opinion.Step}{AnnexOpinions.Basis(opinion)}{(opinion.Opinion.Length > 0 ? "\n" + opinion.Opinion : "")}",
        opinion is null
            ? $"{signature}：　　　　　　（盖章）　　{NoDay}"
            : $"{opinion.InstitutionName}{opinion.DepartmentName}　{opinion.PersonName}　　（盖章）　　{DayFormat.DayAndTime(opinion.At)}");

    private static string Day(TimelineStep? step) => step is null ? NoDay : DayFormat.Day(BeijingTime.BeijingDayOf(step.At));

    private static string Day(DateOnly? day) => day is { } given ? DayFormat.Day(given) : NoDay;

    private TableRow Pair(string left, string right) =>
        AnnexPaper.Row(AnnexPart.Label(left), Text(left), AnnexPart.Label(right), Text(right));

    private TableRow Wide(string field, bool bold = false) => AnnexPaper.Wide(AnnexPart.Label(field), Text(field), bold);

    private string Text(string field) => FormParts.SlotOf(field) is null ? AnnexText.Of(a.Form, field, a.PlanTitle) : FilesIn(field);

    private string FilesIn(string field) => string.Join("、", a.Files.Where(f => f.Slot == field).Select(f => f.FileName));
}
