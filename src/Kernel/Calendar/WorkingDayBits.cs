using System.Numerics;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// The working days of all covered years as one bit each, with the count before each word: whether a day is worked, how many
/// are worked before it and which is the nth all come out without walking from day to day.
/// </summary>
internal sealed class WorkingDayBits
{
    private const int WordSize = 64;

    private readonly ulong[] _words;
    private readonly int[] _before;

    /// <param name="days">The number of days covered; they are counted from 0.</param>
    /// <param name="isWorked">Whether the day of this index is worked.</param>
    public WorkingDayBits(int days, Func<int, bool> isWorked)
    {
        _words = new ulong[(days + WordSize - 1) / WordSize];
        _before = new int[_words.Length];
        for (var day = 0; day < days; day++)
            if (isWorked(day)) _words[day / WordSize] |= 1UL << (day % WordSize);

        for (var word = 0; word < _words.Length; word++)
        {
            _before[word] = Total;
            Total += BitOperations.PopCount(_words[word]);
        }
    }

    /// <summary>How many days are worked in all.</summary>
    public int Total { get; }

    public bool this[int day] => (_words[day / WordSize] >> (day % WordSize) & 1) != 0;

    /// <summary>How many days before this one are worked.</summary>
    public int CountBefore(int day)
    {
        var earlierInWord = _words[day / WordSize] & ((1UL << (day % WordSize)) - 1);
        return _before[day / WordSize] + BitOperations.PopCount(earlierInWord);
    }

    /// <summary>How many days up to this one, itself included, are worked.</summary>
    public int CountThrough(int day) => CountBefore(day) + (this[day] ? 1 : 0);

    /// <summary>The index of the nth worked day, n from 1 to <see cref="Total"/>.</summary>
    public int Nth(int n)
    {
        var found = Array.BinarySearch(_before, n - 1);
        var word = found < 0 ? ~found - 1 : found;
        while (_words[word] == 0) word++;   // an empty word has the same count before it as the next

        var bits = _words[word];
        for (var skip = n - _before[word] - 1; skip > 0; skip--) bits &= bits - 1;
        return word * WordSize + BitOperations.TrailingZeroCount(bits);
    }
}
