using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Rows;

/// <summary>A row of the table, or why it is none.</summary>
internal readonly record struct ReadRow(int Number, AccountRow? Row, string Problem);

/// <summary>The table in a file of either format. Dispose it; the content is the caller's.</summary>
internal sealed class AccountRows : IDisposable
{
    private readonly IDisposable _reader;
    private readonly IEnumerator<RawRow> _rows;
    private readonly ColumnMap _columns;

    /// <summary>Opens the content and reads its heading. Throws <see cref="UnreadableFileException"/> when it is no such table.</summary>
    public AccountRows(Stream content, FileFormat format, string encoding)
    {
        content.Position = 0;
        if (format == FileFormat.Xlsx)
        {
            var xlsx = new XlsxRows(content);
            (_reader, _rows) = (xlsx, xlsx.Read().GetEnumerator());
        }
        else
        {
            var text = new StreamReader(content, EncodingProbe.Of(encoding), detectEncodingFromByteOrderMarks: false, 64 * 1024, leaveOpen: true);
            (_reader, _rows) = (text, new CsvRows(text).Read().GetEnumerator());
        }
        try
        {
            _columns = _rows.MoveNext() ? ColumnMap.Of(_rows.Current.Cells) : throw new UnreadableFileException("文件是空的。");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The rows after the heading. Throws <see cref="UnreadableFileException"/> where the file can't be read further.</summary>
    public IEnumerable<ReadRow> Read()
    {
        while (_rows.MoveNext())
        {
            var row = _columns.Take(_rows.Current, out var problem);
            yield return new(_rows.Current.Number, row, problem);
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _reader.Dispose();
    }
}
