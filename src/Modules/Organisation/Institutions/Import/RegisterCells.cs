using System.Text;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>The cells of one line: their shape, before anything is compared with other lines.</summary>
internal static class RegisterCells
{
    private static readonly Dictionary<string, InstitutionLevel> Levels = Enum.GetValues<InstitutionLevel>()
        .SelectMany(level => (KeyValuePair<string, InstitutionLevel>[])[new(level.ToString(), level), new(level.Chinese(), level)])
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The row; meaningless when something was added to <paramref name="errors"/>.</summary>
    public static InstitutionRow ToRow(int line, Func<string, string> cell, List<LineNote> errors)
    {
        string Clean(string column) => cell(column).Trim().Normalize(NormalizationForm.FormC);
        var row = new InstitutionRow(
            line, Clean("code"), Levels.GetValueOrDefault(Clean("level")), Clean("name"), Clean("full_place_name"),
            Clean("place_name"), Clean("parent_code"));
        foreach (var problem in Problems(row, Clean("level")))
        {
            errors.Add(new(line, problem));
        }
        return row;
    }

    private static IEnumerable<string> Problems(InstitutionRow row, string level)
    {
        if (!IsCode(row.Code))
        {
            yield return $"机构代码“{Short(row.Code)}”应为 1 至 {Institution.CodeLength} 位数字或英文字母。";
        }
        if (row.ParentCode.Length > 0 && !IsCode(row.ParentCode))
        {
            yield return $"上级机构代码“{Short(row.ParentCode)}”应为 1 至 {Institution.CodeLength} 位数字或英文字母。";
        }
        if (row.Level == 0)
        {
            yield return $"层级“{Short(level)}”无效，应为 {string.Join("、", Enum.GetValues<InstitutionLevel>().Select(l => $"{l}（{l.Chinese()}）"))}之一。";
        }
        if (row.Name.Length is 0 or > Institution.NameLength || HasHidden(row.Name))
        {
            yield return $"机构名称应为 1 至 {Institution.NameLength} 个字，且不含控制字符或不可见字符。";
        }
        if (row.FullPlaceName.Length > Institution.PlaceNameLength || row.PlaceName.Length > Institution.PlaceNameLength
            || HasHidden(row.FullPlaceName) || HasHidden(row.PlaceName))
        {
            yield return $"地名最多 {Institution.PlaceNameLength} 个字，且不含控制字符或不可见字符。";
        }
        else if (row.Level.IsBranch() && !PlaceNames.IsWellFormed(row.PlaceName))
        {
            yield return $"分行的地名“{Short(row.PlaceName)}”将用于账号名称，只能用汉字、英文字母和间隔号“·”。";
        }
    }

    private static bool IsCode(string code) => code.Length is > 0 and <= Institution.CodeLength && code.All(char.IsAsciiLetterOrDigit);

    private static bool HasHidden(string text) => text.EnumerateRunes().Any(r => Rune.IsControl(r)
        || Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate);

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
