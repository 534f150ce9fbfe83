using System.Runtime.CompilerServices;

namespace WeChatBankGov.Text;

internal static class CodePoints
{
    /// <summary>The code point at an offset and its length in UTF-16; a lone surrogate is itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int At(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        var unit = text[at];
        if (!char.IsHighSurrogate(unit) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return unit;
        length = 2;
        return char.ConvertToUtf32(unit, text[at + 1]);
    }

    /// <summary>The code point that ends before an offset.</summary>
    internal static int Before(ReadOnlySpan<char> text, int end, out int length)
    {
        length = 1;
        var unit = text[end - 1];
        if (!char.IsLowSurrogate(unit) || end < 2 || !char.IsHighSurrogate(text[end - 2])) return unit;
        length = 2;
        return char.ConvertToUtf32(text[end - 2], unit);
    }

    /// <summary>The code point before an offset that is not ignorable; <paramref name="end"/> moves to where it begins. False at the start of the text.</summary>
    internal static bool TakeBefore(ReadOnlySpan<char> text, ref int end, out int code)
    {
        while (end > 0)
        {
            code = Before(text, end, out var length);
            end -= length;
            if (FoldingTable.Instance[code] is not { Kind: FoldKind.Ignorable }) return true;
        }
        code = 0;
        return false;
    }

    /// <summary>The code point at or after an offset that is not ignorable; <paramref name="start"/> moves to where it ends. False at the end of the text.</summary>
    internal static bool TakeAfter(ReadOnlySpan<char> text, ref int start, out int code)
    {
        while (start < text.Length)
        {
            code = At(text, start, out var length);
            start += length;
            if (FoldingTable.Instance[code] is not { Kind: FoldKind.Ignorable }) return true;
        }
        code = 0;
        return false;
    }
}
