namespace WeChatBankGov.Text;

internal static class EditDistance
{
    /// <summary>Levenshtein's distance in UTF-16 code units; null when it is more than <paramref name="limit"/>.</summary>
    internal static int? Between(string one, string other, int limit)
    {
        if (limit < 0 || Math.Abs(one.Length - other.Length) > limit) return null;
        if (limit == 0) return string.Equals(one, other, StringComparison.Ordinal) ? 0 : null;
        Span<int> row = other.Length < 128 ? stackalloc int[other.Length + 1] : new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            var least = row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var cost = one[i] == other[j] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j + 1]));
                diagonal = row[j + 1];
                row[j + 1] = cost;
                least = Math.Min(least, cost);
            }
            if (least > limit) return null;
        }
        return row[^1] <= limit ? row[^1] : null;
    }
}
