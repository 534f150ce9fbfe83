using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Edit;

/// <summary>One text of the form: where it is, what the screen calls it, how long it may be.</summary>
/// <param name="Path">As the API spells it.</param>
/// <param name="Label">As the screen calls it.</param>
/// <param name="MaxLength">UTF-16 code units, as the column holds.</param>
/// <param name="Kind">Which characters it may hold.</param>
internal sealed record FormText(
    string Path, string Label, int MaxLength, TextKind Kind,
    Func<ApplicationForm, string?> Get, Action<ApplicationForm, string?> Set);

internal enum TextKind
{
    /// <summary>Names and numbers: no line breaks, markup or pictographs.</summary>
    Strict,

    /// <summary>One line of prose.</summary>
    Line,

    /// <summary>Paragraphs.</summary>
    Paragraphs,
}

/// <summary>All texts of annex 1, once: normalisation and validation walk this list.</summary>
internal static class FormTexts
{
    public static IReadOnlyList<FormText> All { get; } =
    [
        new("name", "名称", FormLengths.Name, TextKind.Strict, f => f.Name, (f, v) => f.Name = v),
        new("weChatId", "微信号", FormLengths.WeChatId, TextKind.Strict, f => f.WeChatId, (f, v) => f.WeChatId = v),
        new("introduction", "功能介绍", FormLengths.Introduction, TextKind.Line, f => f.Introduction, (f, v) => f.Introduction = v),
        new("viVersion", "VI版本", FormLengths.ViVersion, TextKind.Strict, f => f.ViVersion, (f, v) => f.ViVersion = v),
        new("purposeText", "内容类别", FormLengths.PurposeText, TextKind.Paragraphs, f => f.PurposeText, (f, v) => f.PurposeText = v),
        new("justification", "设立必要性", FormLengths.Justification, TextKind.Paragraphs, f => f.Justification, (f, v) => f.Justification = v),
        new("subjectName", "主体全称", FormLengths.SubjectName, TextKind.Strict, f => f.SubjectName, (f, v) => f.SubjectName = v),
        new("creditCode", "统一社会信用代码", FormLengths.CreditCode, TextKind.Strict, f => f.CreditCode, (f, v) => f.CreditCode = v?.ToUpperInvariant()),
        new("registeredAddress", "注册地", FormLengths.Address, TextKind.Line, f => f.RegisteredAddress, (f, v) => f.RegisteredAddress = v),
        new("operatingAddress", "运营地", FormLengths.Address, TextKind.Line, f => f.OperatingAddress, (f, v) => f.OperatingAddress = v),
        .. Officer("sponsor", "分管领导", f => f.Sponsor),
        .. Officer("responsible", "责任人", f => f.Responsible),
        .. Staff("administrator", "管理员", f => f.Administrator),
        .. Staff("backupAdministrator", "备份管理员", f => f.BackupAdministrator),
        Person("contentReviewers.first", "内容初审人", f => f.ContentReviewers.First, (f, v) => f.ContentReviewers.First = v),
        Person("contentReviewers.second", "内容复审人", f => f.ContentReviewers.Second, (f, v) => f.ContentReviewers.Second = v),
        Person("contentReviewers.final", "内容终审人", f => f.ContentReviewers.Final, (f, v) => f.ContentReviewers.Final = v),
        Person("emergencyContact.name", "应急联系人姓名", f => f.EmergencyContact.Name, (f, v) => f.EmergencyContact.Name = v),
        new("emergencyContact.phone", "应急联系人电话", FormLengths.Phone, TextKind.Strict, f => f.EmergencyContact.Phone, (f, v) => f.EmergencyContact.Phone = v),
        new("publishingFrequency", "发布频率", FormLengths.PublishingFrequency, TextKind.Line, f => f.PublishingFrequency, (f, v) => f.PublishingFrequency = v),
        new("operatingPartner", "第三方运营商", FormLengths.SubjectName, TextKind.Strict, f => f.OperatingPartner, (f, v) => f.OperatingPartner = v),
    ];

    private static FormText Person(string path, string label, Func<ApplicationForm, string?> get, Action<ApplicationForm, string?> set) =>
        new(path, label, FormLengths.PersonName, TextKind.Strict, get, set);

    private static IEnumerable<FormText> Officer(string path, string label, Func<ApplicationForm, OfficerContact> of) =>
    [
        Person(path + ".name", label + "姓名", f => of(f).Name, (f, v) => of(f).Name = v),
        new(path + ".position", label + "职务", FormLengths.Position, TextKind.Strict, f => of(f).Position, (f, v) => of(f).Position = v),
        new(path + ".phone", label + "电话", FormLengths.Phone, TextKind.Strict, f => of(f).Phone, (f, v) => of(f).Phone = v),
    ];

    private static IEnumerable<FormText> Staff(string path, string label, Func<ApplicationForm, StaffContact> of) =>
    [
        Person(path + ".name", label + "姓名", f => of(f).Name, (f, v) => of(f).Name = v),
        new(path + ".employeeNumber", label + "工号", FormLengths.EmployeeNumber, TextKind.Strict, f => of(f).EmployeeNumber, (f, v) => of(f).EmployeeNumber = v),
        new(path + ".mobile", label + "手机", FormLengths.Phone, TextKind.Strict, f => of(f).Mobile, (f, v) => of(f).Mobile = v),
    ];
}
