using System.Text.RegularExpressions;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Part D of annex 1: the people, who must be reachable and, where two look at one thing, different.</summary>
internal static partial class PeopleRules
{
    public static IEnumerable<(string Field, string Message)> Check(ApplicationForm form) =>
        [
            .. Officer("sponsor", "分管领导", form.Sponsor),
            .. Officer("responsible", "责任人", form.Responsible),
            .. Staff("administrator", "管理员", form.Administrator),
            .. Staff("backupAdministrator", "备份管理员", form.BackupAdministrator),
            .. TwoAdministrators(form),
            .. ThreeReviewers(form.ContentReviewers),
            .. Emergency(form.EmergencyContact),
        ];

    private static IEnumerable<(string, string)> Officer(string field, string label, OfficerContact officer)
    {
        if (Empty(officer.Name))
        {
            yield return (field + ".name", $"请填写{label}的姓名。");
        }
        if (Empty(officer.Position))
        {
            yield return (field + ".position", $"请填写{label}的职务。");
        }
        if (Empty(officer.Phone) || !Phone().IsMatch(officer.Phone!))
        {
            yield return (field + ".phone", $"请填写{label}的电话，例如 0571-87000000 或 13800000000。");
        }
    }

    private static IEnumerable<(string, string)> Staff(string field, string label, StaffContact staff)
    {
        if (Empty(staff.Name))
        {
            yield return (field + ".name", $"请填写{label}的姓名。");
        }
        if (Empty(staff.EmployeeNumber))
        {
            yield return (field + ".employeeNumber", $"请填写{label}的工号。");
        }
        if (Empty(staff.Mobile) || !Mobile().IsMatch(staff.Mobile!))
        {
            yield return (field + ".mobile", $"请填写{label}的 11 位手机号码。");
        }
    }

    private static IEnumerable<(string, string)> TwoAdministrators(ApplicationForm form)
    {
        if (!Empty(form.Administrator.EmployeeNumber) && string.Equals(
            form.Administrator.EmployeeNumber, form.BackupAdministrator.EmployeeNumber, StringComparison.OrdinalIgnoreCase))
        {
            yield return ("backupAdministrator.employeeNumber", "备份管理员与管理员须是两个不同的人。");
        }
    }

    private static IEnumerable<(string, string)> ThreeReviewers(ContentReviewers reviewers)
    {
        (string Field, string Label, string? Name)[] all =
        [
            ("first", "内容初审人", reviewers.First), ("second", "内容复审人", reviewers.Second), ("final", "内容终审人", reviewers.Final),
        ];
        foreach (var (field, label, name) in all)
        {
            if (Empty(name))
            {
                yield return ("contentReviewers." + field, $"请填写{label}。");
            }
        }
        var names = all.Select(r => r.Name?.Trim()).Where(n => !Empty(n)).ToList();
        if (names.Distinct().Count() < names.Count)
        {
            yield return ("contentReviewers.final", "内容初审、复审、终审（三审）须是三个不同的人。");
        }
    }

    private static IEnumerable<(string, string)> Emergency(EmergencyContact contact)
    {
        if (Empty(contact.Name))
        {
            yield return ("emergencyContact.name", "请填写应急联系人的姓名。");
        }
        if (Empty(contact.Phone) || !Phone().IsMatch(contact.Phone!))
        {
            yield return ("emergencyContact.phone", "请填写应急联系人 24 小时可接通的电话。");
        }
    }

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?)\z")]
    private static partial Regex Phone();
}

/// <summary>微信号: 6–20 letters, digits, underscores or hyphens, a letter first.</summary>
internal static partial class WeChatIdFormat
{
    public static bool IsValid(string id) => Format().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{5,19}\z")]
    private static partial Regex Format();
}
