using System.Globalization;
using System.Text;
using FluentValidation;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.People;

/// <summary>How a person's fields may look; the lengths are the columns'.</summary>
internal static class PersonShape
{
    public const int NumberLength = 20;
    public const int NameLength = 40;

    public static void MustBeANumber<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("请填写工号。")
        .Must(n => n.Length <= NumberLength && n.All(char.IsAsciiLetterOrDigit)).WithMessage($"工号由英文字母和数字组成，最多 {NumberLength} 位。");

    public static void MustBeAName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("请填写姓名。")
        .MaximumLength(NameLength).WithMessage($"姓名最多 {NameLength} 个字。")
        .Must(IsPlain).WithMessage("姓名只能用文字、空格和间隔号“·”。");

    public static void MustBeACode<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("请填写机构代码。")
        .MaximumLength(Institution.CodeLength).WithMessage($"机构代码最多 {Institution.CodeLength} 位。");

    public static void MustBeADepartment<T>(this IRuleBuilder<T, DepartmentKind?> rule) =>
        rule.Must(d => d is { } department && Enum.IsDefined(department)).WithMessage("请选择部门。");

    private static bool IsPlain(string name) => name.EnumerateRunes().All(r =>
        Rune.IsLetter(r) || r.Value is ' ' or '·' or '-' or '\'' || Rune.GetUnicodeCategory(r) == UnicodeCategory.NonSpacingMark);
}
