using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WeChatBankGov.Text;

/// <summary>
/// Skips what can't begin a hit, which is nearly everything: looks at each pair of neighbouring UTF-16 code units, since most
/// 中 begin no 中国 and most 9 no 95. One look-up a unit, no branch, four units at a time.
/// </summary>
internal sealed class StartFilter
{
    // The low byte says what a unit begins, the high byte what it goes on with; a pair passes when they share a bit.
    private const int SymbolBits = 5;
    private const ushort AnySymbol = 0b0001_1111, Surrogate = 0b0010_0000, EmojiSurrogate = 0b0100_0000, Always = 0b1000_0000;

    private readonly ushort[] _units = new ushort[0x10000];

    internal StartFilter(Alphabet alphabet, Automaton automaton)
    {
        var groups = new Dictionary<int, ushort>();
        for (var number = (int)Alphabet.FirstLetter; number < alphabet.FirstPair; number++)
        {
            if (automaton.Next(0, number) != 0) groups.Add(number, (ushort)(1 << groups.Count % SymbolBits));
        }
        // What is read as either of two passes where one of the two does.
        var pairs = alphabet.Pairs.ToDictionary(pair => (int)pair.Number, pair => (ushort)(groups.GetValueOrDefault(pair.One) | groups.GetValueOrDefault(pair.Other)));
        Array.Fill(_units, (ushort)(Always << 8));
        for (var code = 0; code < 0x110000; code++)
        {
            var number = alphabet[code];
            if (number == Alphabet.Other) continue;
            var (begins, goesOn) = (Begins(code, number), GoesOn(number));
            if (code < 0x10000)
            {
                _units[code] |= (ushort)(begins | goesOn << 8);
                continue;
            }
            var (high, low) = (0xD800 + ((code - 0x10000) >> 10), 0xDC00 + (code & 0x3FF));
            if (goesOn != 0) _units[high] |= AnySymbol << 8;
            if (begins == 0) continue;
            var kind = high == 0xD83C ? EmojiSurrogate : Surrogate;
            _units[high] |= kind;
            _units[low] |= (ushort)(kind << 8);
        }

        ushort Begins(int code, ushort number) => number switch
        {
            < Alphabet.Complex => 0,
            Alphabet.Complex => Array.Exists(alphabet.Expansion(code), part => automaton.Next(0, part) != 0) ? Always : (ushort)0,
            _ when automaton.Next(0, number) is not 0 and var state => automaton.Found(state).Length > 0 ? Always : number < alphabet.FirstPair ? groups[number] : pairs[number],
            _ => 0,
        };

        ushort GoesOn(ushort number) => number < Alphabet.FirstLetter
            ? AnySymbol
            // Where the root leads, too, nothing goes on: 99 begins 95599 anew.
            : groups.Where(group => automaton.Next(automaton.Next(0, group.Key), number) != automaton.Next(0, number))
                .Aggregate((ushort)0, (bits, group) => (ushort)(bits | group.Value));
    }

    /// <summary>The offset of the next character, at or after <paramref name="from"/>, that may begin a hit; the text's length when there is none.</summary>
    internal int Next(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length) return text.Length;
        // Bounds are checked by hand: the table has an entry for every char, and this loop is nearly all the time there is.
        ref var units = ref MemoryMarshal.GetArrayDataReference(_units);
        ref var unit = ref MemoryMarshal.GetReference(text);
        var (at, last) = ((nuint)from, (nuint)text.Length - 1);
        uint four;
        for (; at + 4 <= last; at += 4)
        {
            if ((four = FourPairs(ref units, ref unit, at)) != 0) return (int)at + (BitOperations.TrailingZeroCount(four) >> 3);
        }
        // The rest of a longer text is looked at with its last five characters: no loop whose length the processor has to guess.
        if (last >= (nuint)from + 4)
        {
            four = (uint)((ulong)FourPairs(ref units, ref unit, last - 4) >> (int)((at + 4 - last) << 3));
            if (four != 0) return (int)at + (BitOperations.TrailingZeroCount(four) >> 3);
            at = last;
        }
        for (; at < last; at++)
        {
            if ((Unit(ref units, ref unit, at) & (Unit(ref units, ref unit, at + 1) >> 8)) != 0) return (int)at;
        }
        return (Unit(ref units, ref unit, last) & Always) != 0 ? (int)last : text.Length;
    }

    /// <summary>One byte for each of four pairs, not zero for those that pass; the lowest is the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FourPairs(ref ushort units, ref char unit, nuint at)
    {
        var one = Unit(ref units, ref unit, at);
        var two = Unit(ref units, ref unit, at + 1);
        var three = Unit(ref units, ref unit, at + 2);
        var four = Unit(ref units, ref unit, at + 3);
        var five = Unit(ref units, ref unit, at + 4);
        return (one & (two >> 8)) | ((two & (three >> 8)) << 8) | ((three & (four >> 8)) << 16) | ((four & (five >> 8)) << 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Unit(ref ushort units, ref char unit, nuint at) => Unsafe.Add(ref units, (nuint)Unsafe.Add(ref unit, at));
}
