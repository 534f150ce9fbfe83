using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.Screening.Rows;

/// <summary>A row whose cells are where they belong; trimmed, but for the three that are screened, which stay as they are.</summary>
internal sealed record AccountRow(
    int Number, string EmployeeNumber, string EmployeeName, string InstitutionCode, string Kind, string Name, string WeChatId, string Introduction)
{
    public string TextOf(AccountField field) => field switch
    {
        AccountField.Name => Name,
        AccountField.WeChatId => WeChatId,
        _ => Introduction,
    };
}

/// <summary>Which column holds what, by the headings, in any order.</summary>
internal sealed class ColumnMap
{
    private static readonly (string Heading, string[] Others, bool Required)[] Columns =
    [
        ("工号", ["员工号", "员工工号", "员工编号", "人员编号"], true),
        ("姓名", ["员工姓名", "人员姓名"], false),
        ("机构号", ["机构代码", "机构编号", "机构编码", "所属机构号"], true),
        ("账号类型", ["帐号类型", "账号类别", "账号形式", "类型"], true),
        ("微信名", ["微信名称", "账号名称", "帐号名称", "昵称", "微信昵称"], true),
        ("微信号", ["微信id", "账号id"], false),
        ("简介", ["介绍", "功能介绍", "账号简介"], false),
    ];

    /// <summary>What spreadsheets of other countries and people at a keyboard write between columns.</summary>
    private static readonly (char Character, string Name)[] Separators =
        [(';', "分号（;）"), ('；', "中文分号（；）"), ('\t', "制表符"), ('|', "竖线（|）"), ('，', "中文逗号（，）"), ('、', "顿号（、）")];

    private readonly int[] _places;
    private readonly int _width;

    private ColumnMap(int[] places, int width) => (_places, _width) = (places, width);

    /// <summary>All headings as they should be, for messages and the page.</summary>
    public static string Headings => string.Join('、', Columns.Select(c => c.Heading));

    /// <summary>Reads the heading. Throws <see cref="UnreadableFileException"/> when a needed column is missing or stands twice.</summary>
    public static ColumnMap Of(string[] heading)
    {
        var given = heading.Select(Plain).ToList();
        var found = Columns.Select(column => given.Index().Where(g => Is(column, g.Item)).Select(g => g.Index).ToList()).ToList();
        var missing = Columns.Where((column, i) => column.Required && found[i].Count == 0).Select(c => c.Heading).ToList();
        if (missing.Count > 0 && SeparatorOf(heading, missing.Count) is { } separator)
        {
            throw new UnreadableFileException($"首行的列名之间是{separator}，分隔符应为逗号。请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”后再上传。");
        }
        if (missing.Count > 0)
        {
            throw new UnreadableFileException($"首行应为列名，缺少：{string.Join('、', missing)}。应有的列：{Headings}，顺序不限。");
        }
        var twice = Columns.Where((_, i) => found[i].Count > 1).Select(c => c.Heading).ToList();
        if (twice.Count > 0)
        {
            throw new UnreadableFileException($"这些列出现了不止一次：{string.Join('、', twice)}。请各保留一列。");
        }
        return new([.. found.Select(f => f.Count == 0 ? -1 : f[0])], heading.Length);
    }

    /// <summary>The row, or what is wrong with its shape.</summary>
    public AccountRow? Take(RawRow raw, out string problem)
    {
        problem = raw.Problem ?? "";
        if (problem.Length > 0)
        {
            return null;
        }
        if (raw.Cells.Length > _width && raw.Cells.AsSpan(_width).ContainsAnyExcept(""))
        {
            problem = $"应有 {_width} 列，实有 {raw.Cells.Length} 列。内容中有逗号的，请用英文双引号括起";
            return null;
        }
        string Cell(int column) => _places[column] is var at && at >= 0 && at < raw.Cells.Length ? raw.Cells[at] : "";
        return new(raw.Number, Cell(0).Trim(), Cell(1).Trim(), Cell(2).Trim(), Cell(3).Trim(), Cell(4), Cell(5), Cell(6));
    }

    /// <summary>What stands between the headings instead of a comma: with it at most one is missing that is missing without; null when nothing does.</summary>
    private static string? SeparatorOf(string[] heading, int missing)
    {
        var line = string.Join(',', heading);
        return Separators.FirstOrDefault(s => Missing(line.Split(s.Character)) < Math.Min(missing, 2)).Name;
    }

    private static int Missing(string[] heading) => Columns.Count(column => column.Required && !heading.Any(h => Is(column, Plain(h))));

    private static bool Is((string Heading, string[] Others, bool Required) column, string plain) =>
        plain == Plain(column.Heading) || column.Others.Contains(plain);

    private static string Plain(string heading) =>
        heading.Trim('\uFEFF', ' ', '\u3000', '\t', '*', '＊').Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
