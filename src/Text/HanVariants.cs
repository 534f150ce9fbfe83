using System.Text;

namespace WeChatBankGov.Text;

/// <summary>Closure over kSimplifiedVariant, kSemanticVariant and kZVariant, in as many steps as needed (囯 → 國 → 国).</summary>
internal static class HanVariants
{
    private static readonly Lazy<ILookup<int, int>> From = new(() => UnicodeData.Variants().ToLookup(edge => edge.To, edge => edge.From));
    private static readonly Lazy<Dictionary<int, int>> ToCommon = new(() => Towards(CommonCharacters()));

    /// <summary>
    /// The common character that a rare one is a variant of. The closure is limited to GB 2312, whose characters stand for
    /// themselves: without a limit the closure makes 黄冈 and 黄岗 one place.
    /// </summary>
    internal static int Common(int code) => ToCommon.Value.GetValueOrDefault(code, code);

    /// <summary>Every character that reaches one of the targets, with the nearest of them; the targets themselves are not in it.</summary>
    internal static Dictionary<int, int> Towards(IEnumerable<int> targets)
    {
        var nearest = new Dictionary<int, int>();
        var queue = new Queue<int>();
        foreach (var target in targets.Order())
        {
            if (nearest.TryAdd(target, target)) queue.Enqueue(target);
        }
        while (queue.TryDequeue(out var reached))
        {
            foreach (var from in From.Value[reached])
            {
                if (nearest.TryAdd(from, nearest[reached])) queue.Enqueue(from);
            }
        }
        return nearest.Where(pair => pair.Key != pair.Value).ToDictionary();
    }

    /// <summary>The 6,763 characters of GB 2312, which are rows B0 to F7 of code page 936.</summary>
    private static IEnumerable<int> CommonCharacters()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var bytes = from row in Enumerable.Range(0xB0, 0x48) from cell in Enumerable.Range(0xA1, 94) select new[] { (byte)row, (byte)cell };
        return encoding.GetString(bytes.SelectMany(pair => pair).ToArray()).Select(c => (int)c).Where(CharacterClasses.IsHan);
    }
}
