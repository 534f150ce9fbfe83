using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Submit;

namespace WeChatBankGov.Registration.Read;

/// <summary>One part of annex 1 with its fields in the form's order.</summary>
/// <param name="Letter">A to E.</param>
/// <param name="Title">As the form heads it.</param>
/// <param name="Fields">As the API spells them; the labels are <see cref="ReopenedFields.Labels"/>.</param>
internal sealed record AnnexPart(char Letter, string Title, IReadOnlyList<string> Fields)
{
    public static IReadOnlyList<AnnexPart> All { get; } =
    [
        new('A', "申请单位", ["plannedRegistrationDate", "planId"]),
        new('B', "账号", ["name", "weChatId", "introduction", "avatar", "servicePageDesign", "viVersion", "purposes", "purposeText",
            "justification", "hostsTransactions"]),
        new('C', "主体", ["subjectName", "creditCode", "registeredAddress", "operatingAddress"]),
        new('D', "人员", ["sponsor", "responsible", "administrator", "backupAdministrator", "contentReviewers", "emergencyContact"]),
        new('E', "运营与安全", ["publishingFrequency", "operatingPartner", "operatingAgreement", "collectsPersonalData", "impactAssessment",
            "contingencyPlan", "undertaking"]),
    ];

    public string Id => "part-" + char.ToLowerInvariant(Letter);

    public static string Label(string field) => ReopenedFields.Labels[field];
}

/// <summary>The form's values as people read them.</summary>
internal static class AnnexText
{
    public static string Chinese(this Purposes purposes) => string.Join("、",
        new[] { Purposes.Marketing, Purposes.Transactions, Purposes.CustomerService }.Where(p => purposes.HasFlag(p)).Select(Word));

    public static string Word(Purposes purpose) => purpose switch
    {
        Purposes.Marketing => "营销宣传",
        Purposes.Transactions => "金融交易",
        Purposes.CustomerService => "客户服务",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Not a single purpose."),
    };

    /// <summary>A text that needs the whole width.</summary>
    public static bool IsLong(string field) => field is "introduction" or "purposeText" or "justification" or "planId" or "servicePageDesign";

    /// <summary>One field of the form; empty when nothing is filled in.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">As the API spells it; not a file.</param>
    /// <param name="plan">The chosen plan's title.</param>
    public static string Of(ApplicationForm form, string field, string? plan) => field switch
    {
        "plannedRegistrationDate" => form.PlannedRegistrationDate is { } day ? DayFormat.Day(day) : "",
        "planId" => plan is null ? "" : $"《{plan}》",
        "name" => form.Name ?? "",
        "weChatId" => form.WeChatId ?? "",
        "introduction" => form.Introduction ?? "",
        "viVersion" => form.ViVersion ?? "",
        "purposes" => form.Purposes.Chinese(),
        "purposeText" => form.PurposeText ?? "",
        "justification" => form.Justification ?? "",
        "hostsTransactions" => YesNo(form.HostsTransactions),
        "subjectName" => form.SubjectName ?? "",
        "creditCode" => form.CreditCode ?? "",
        "registeredAddress" => form.RegisteredAddress ?? "",
        "operatingAddress" => form.OperatingAddress ?? "",
        "sponsor" => Officer(form.Sponsor),
        "responsible" => Officer(form.Responsible),
        "administrator" => Staff(form.Administrator),
        "backupAdministrator" => Staff(form.BackupAdministrator),
        "contentReviewers" => Joined("、", form.ContentReviewers.First, form.ContentReviewers.Second, form.ContentReviewers.Final),
        "emergencyContact" => Joined(" · ", form.EmergencyContact.Name, form.EmergencyContact.Phone),
        "publishingFrequency" => form.PublishingFrequency ?? "",
        "operatingPartner" => form.OperatingPartner ?? "",
        "collectsPersonalData" => YesNo(form.CollectsPersonalData),
        "undertaking" => form.Undertaking ? $"已承诺（{form.UndertakingVersion}）" : "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a text of annex 1."),
    };

    private static string YesNo(bool? answer) => answer switch { true => "是", false => "否", null => "" };

    private static string Officer(OfficerContact officer) => Joined(" · ", officer.Name, officer.Position, officer.Phone);

    private static string Staff(StaffContact staff) =>
        Joined(" · ", staff.Name, staff.EmployeeNumber is { } number ? "工号 " + number : null, staff.Mobile);

    private static string Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(p => !string.IsNullOrEmpty(p)));
}
