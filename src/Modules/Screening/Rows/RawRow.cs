namespace WeChatBankGov.Screening.Rows;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Number">The row as a spreadsheet shows it, from 1, the heading included, whatever line breaks are in the cells.</param>
/// <param name="Cells">Its cells, untrimmed; empty when there is a problem.</param>
/// <param name="Problem">Why it could not be read, in Chinese; null when it could.</param>
internal readonly record struct RawRow(int Number, string[] Cells, string? Problem = null);

/// <summary>The file as a whole can't be read, or not further; the message is for people, in Chinese.</summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException()
    {
    }

    public UnreadableFileException(string message) : base(message)
    {
    }

    public UnreadableFileException(string message, Exception inner) : base(message, inner)
    {
    }
}
