using System.Globalization;
using System.Text;

namespace WeChatBankGov.Kernel.Files;

/// <summary>Makes of a name that somebody's computer sent one that is safe to show, to store and to send back.</summary>
internal static class FileName
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 120;

    /// <summary>
    /// NFC; without path, control, bidirectional and other invisible characters, lone surrogates, and those that Windows
    /// forbids; ending as the content's kind ends, whatever was sent; at most <see cref="MaxLength"/> units.
    /// </summary>
    public static string Clean(string name, FileKind kind)
    {
        var clean = Visible(name);
        clean = clean[(clean.LastIndexOfAny(['/', '\\']) + 1)..];
        clean = string.Concat(clean.Where(c => !":*?\"<>|".Contains(c))).Trim(' ', '\u3000').TrimEnd('.', ' ');

        var extensions = kind.Extensions();
        var extension = extensions.FirstOrDefault(e => clean.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = extension is null ? clean : clean[..^extension.Length].TrimEnd(' ', '.');
        extension = extension is null ? extensions[0] : clean[^extension.Length..];
        return (stem.Length == 0 ? "文件" : Cut(stem, MaxLength - extension.Length)) + extension;
    }

    /// <summary>Runes only: an unpaired surrogate would make normalisation throw.</summary>
    public static string Visible(string name)
    {
        var visible = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
            {
                visible.Append(rune);
            }
        }
        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    public static string Cut(string stem, int length) =>
        stem.Length <= length ? stem : stem[..(char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length)];
}
