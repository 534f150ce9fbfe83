namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>What importing a file would do.</summary>
/// <param name="Rows">How many lines could be read.</param>
/// <param name="New">How many institutions would be added.</param>
/// <param name="Changed">What would change, one line for each institution.</param>
/// <param name="Unchanged">How many are in the file and as they were.</param>
/// <param name="NotInFile">How many the register has and the file does not mention; they stay as they are.</param>
/// <param name="Warnings">What an administrator should know; stops nothing.</param>
/// <param name="Errors">What has to be mended in the file first; with any of them nothing is imported.</param>
/// <param name="Seal">Stands for all of this: another report has another seal.</param>
internal sealed record RegisterReport(
    int Rows, int New, IReadOnlyList<LineNote> Changed, int Unchanged, int NotInFile,
    IReadOnlyList<LineNote> Warnings, IReadOnlyList<LineNote> Errors, string Seal)
{
    /// <summary>Whether it can be imported and would do anything.</summary>
    public bool MayApply => Errors.Count == 0 && New + Changed.Count > 0;
}
