using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>A register of institutions as it was uploaded: rows that can be read, and what is wrong with the others by line.</summary>
internal sealed class RegisterFile
{
    /// <summary>The most rows that are taken at once, the heading apart.</summary>
    public const int MostRows = 30_000;

    private static readonly string[] Needed = ["code", "level", "name", "place_name", "parent_code"];

    private readonly List<InstitutionRow> _rows = [];
    private readonly List<LineNote> _errors = [];

    public IReadOnlyList<InstitutionRow> Rows => _rows;

    public IReadOnlyList<LineNote> Errors => _errors;

    /// <summary>Reads the file. Never throws: what is wrong with it comes back in <see cref="Errors"/>.</summary>
    public static RegisterFile Read(ReadOnlySpan<byte> bytes)
    {
        var file = new RegisterFile();
        if (UploadedText.Decode(bytes, out var problem) is { } text)
        {
            file.Read(text);
        }
        else
        {
            file.Error(0, problem);
        }
        return file;
    }

    private void Read(string text)
    {
        // A line break inside quotes is taken for the quote that somebody forgot to close: it would swallow the rest of the file.
        var badLine = 0;
        var format = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            LineBreakInQuotedFieldIsBadData = true,
            BadDataFound = bad => badLine = bad.Context.Parser!.RawRow,
        };
        using var reader = new StringReader(text);
        using var csv = new CsvParser(reader, format);
        if (!csv.Read())
        {
            Error(0, "文件是空的。");
            return;
        }
        var columns = csv.Record!.Select((name, i) => (Name: name.Trim().ToLowerInvariant(), i))
            .GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.First().i);
        if (Needed.Where(name => !columns.ContainsKey(name)).ToList() is { Count: > 0 } missing)
        {
            Error(1, $"首行应为列名，缺少：{string.Join("、", missing)}。应有的列：code、level、name、full_place_name、place_name、parent_code。");
            return;
        }
        var width = csv.Count;
        while (csv.Read())
        {
            // The quotes are looked at only when the cells are taken.
            var cells = csv.Record!;
            if (badLine != 0)
            {
                break;
            }
            if (_rows.Count == MostRows)
            {
                Error(csv.RawRow, $"一次最多导入 {MostRows:N0} 行，请分成几个文件。");
                return;
            }
            if (cells.Length != width)
            {
                Error(csv.RawRow, $"应有 {width} 列，实有 {cells.Length} 列。名称中有逗号时，请用英文双引号括起。");
                continue;
            }
            Add(csv.RawRow, cells, columns);
        }
        if (badLine != 0)
        {
            Error(badLine, "引号不成对，此行及以后没有读取。");
        }
        else if (_rows.Count == 0 && _errors.Count == 0)
        {
            Error(0, "文件只有列名，没有机构。");
        }
    }

    private void Add(int line, string[] cells, Dictionary<string, int> columns)
    {
        var errors = _errors.Count;
        var row = RegisterCells.ToRow(line, name => columns.TryGetValue(name, out var i) ? cells[i] : "", _errors);
        if (_errors.Count == errors)
        {
            _rows.Add(row);
        }
    }

    private void Error(int line, string message) => _errors.Add(new(line, message));
}
