using System.Text;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// Reads a CSV file row by row. Never holds more than one row and what may still belong to it: a quote that is not closed costs
/// its own line, not the rest of the file, which is why this is no library's reader.
/// </summary>
internal sealed class CsvRows(TextReader text)
{
    /// <summary>Longer than any row of this table, its introduction included.</summary>
    private const int MostInLine = 20_000;

    /// <summary>An introduction may have line breaks; more lines than these are a quote that somebody forgot to close.</summary>
    private const int MostLinesInRow = 20;

    private readonly Queue<string?> _ahead = new();
    private readonly char[] _buffer = new char[16 * 1024];
    private (int At, int End) _window;

    /// <summary>As a spreadsheet counts: a row with line breaks in a cell is one, and so is an empty line.</summary>
    private int _row;
    private char _separator;
    private char _lineEnd = '\n';

    public IEnumerable<RawRow> Read()
    {
        Begin();
        while (TryTake(out var line))
        {
            _row++;
            if (line is null)
            {
                yield return new(_row, [], $"这一行超过 {MostInLine:N0} 个字符，没有读取");
                continue;
            }
            if (line.AsSpan().Trim().IsEmpty)
            {
                continue;
            }
            if (line.AsSpan().ContainsAny('\0', EncodingProbe.Unreadable))
            {
                yield return new(_row, [], "有无法识别的字符，这一行没有读取。请核对原文后重新保存");
                continue;
            }
            // The heading tells: a spreadsheet saved as text has tabs.
            _separator = _separator != 0 ? _separator : line.Contains('\t') && !line.Contains(',') ? '\t' : ',';
            yield return Row(line);
        }
    }

    /// <summary>
    /// What the first piece tells of the file: a byte order mark, which the decoder of GB18030 leaves in front of a heading's quote, and
    /// lines that end with a carriage return alone, as old spreadsheets of the Mac save them.
    /// </summary>
    private void Begin()
    {
        _window = (0, text.ReadBlock(_buffer));
        if (_window.End > 0 && _buffer[0] == '\uFEFF')
        {
            _window.At = 1;
        }
        var piece = _buffer.AsSpan(0, _window.End);
        var end = piece.IndexOfAny('\r', '\n');
        _lineEnd = end >= 0 && piece[end] == '\r' && end + 1 < piece.Length && piece[end + 1] != '\n' ? '\r' : '\n';
    }

    private RawRow Row(string line)
    {
        if (Split(line) is { } cells)
        {
            return new(_row, cells);
        }
        var (whole, further) = (new StringBuilder(line), new List<string?>());
        while (further.Count < MostLinesInRow && whole.Length < MostInLine && TryTake(out var next))
        {
            further.Add(next);
            if (next is null)
            {
                break;
            }
            whole.Append('\n').Append(next);
            // Only a line with a quote can close it.
            if (next.Contains('"') && Split(whole.ToString()) is { } joined)
            {
                return new(_row, joined);
            }
        }
        // Nothing closed it: the lines after it are rows of their own, before those that were ahead already.
        var rest = _ahead.ToList();
        _ahead.Clear();
        further.Concat(rest).ToList().ForEach(_ahead.Enqueue);
        return new(_row, [], "引号不成对，这一行没有读取");
    }

    /// <summary>Null while a quote is open.</summary>
    private string[]? Split(string line)
    {
        if (!line.Contains('"'))
        {
            return line.Split(_separator);
        }
        var (cells, at) = (new List<string>(8), 0);
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, ref at) is not { } cell)
                {
                    return null;
                }
                cells.Add(cell);
            }
            else
            {
                var end = line.IndexOf(_separator, at);
                cells.Add(line[at..(end < 0 ? line.Length : end)]);
                at = end < 0 ? line.Length : end;
            }
            if (at >= line.Length)
            {
                return [.. cells];
            }
            at++;
        }
    }

    /// <summary>The cell from its opening quote on; <paramref name="at"/> ends on the separator or the end. Null while it is open.</summary>
    private string? Quoted(string line, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                cell.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                // What stands between the closing quote and the separator is taken as it is, as spreadsheets do.
                var end = line.IndexOf(_separator, at + 1);
                cell.Append(line, at + 1, (end < 0 ? line.Length : end) - at - 1);
                at = end < 0 ? line.Length : end;
                return cell.ToString();
            }
        }
        return null;
    }

    private bool TryTake(out string? line) => _ahead.TryDequeue(out line) || TryReadLine(out line);

    /// <summary>False at the end; a null line is one that is too long, skipped to its end.</summary>
    private bool TryReadLine(out string? line)
    {
        StringBuilder? whole = null;
        while (true)
        {
            if (_window.At == _window.End)
            {
                _window = (0, text.Read(_buffer));
                if (_window.End == 0)
                {
                    line = Finish(whole, []);
                    return whole is not null;
                }
            }
            var piece = _buffer.AsSpan(_window.At, _window.End - _window.At);
            var end = piece.IndexOf(_lineEnd);
            if (end >= 0)
            {
                _window.At += end + 1;
                line = Finish(whole, piece[..end]);
                return true;
            }
            _window.At = _window.End;
            whole ??= new StringBuilder();
            if (whole.Length <= MostInLine)
            {
                whole.Append(piece);
            }
        }
    }

    private static string? Finish(StringBuilder? whole, ReadOnlySpan<char> last)
    {
        var line = whole is null ? last.ToString() : whole.Append(last).ToString();
        return line.Length > MostInLine ? null : line.EndsWith('\r') ? line[..^1] : line;
    }
}
