using System.Globalization;
using System.Text;
using CsCheck;
using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class ScreenerPropertyTests
{
    private static readonly string[] Hits = [.. ScreeningLists.MustHit.Select(row => row.Text)];
    private static readonly Gen<string> Hit = Gen.Int[0, Hits.Length - 1].Select(i => Hits[i]);
    private static readonly Gen<string> Ignorable = Gen.OneOfConst("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u0301", "\u0336", "\u20dd", "\u3164", "\U000E0101", "\U000E0041");
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.Char.Array[0, 30].Select(chars => new string(chars)),
        Gen.OneOf(Hit, Ignorable, Gen.OneOfConst("\ud83c", "\udde6", "\ud835", "农", "行", "9", "A", "·", "×", "🆎", "™", "㊿", "ﷺ")).Array[0, 12].Select(string.Concat));

    /// <summary>Terms, whole and in pieces, crowded with what makes them part of something longer or just doesn't.</summary>
    private static readonly Gen<string> Crowded = Gen.OneOfConst(
        "ABC", "аbс", "ＡＢ", "c", "η", "95599", "９５５", "9", "九", "㈤", "九五五九九", "②", "XX银行", "Ⅹ", "x", "×", "中国", "农行", "nong", "hang", "ｈ", "𝐀", "𝟗",
        "З", "ß", "ŉ", "ღ", "ʚ", "ع", "あ", "🇦", "🆎", "™", "\u200b", "\u0301", "-", "·", " ", "一", "1", "z").Array[1, 6].Select(string.Concat);

    [Fact]
    public void Inserting_ignorable_characters_never_loses_a_hit_nor_changes_its_level() =>
        Gen.Select(Hit, Ignorable, Gen.Int[0, 100], Gen.Int[1, 4]).Sample((text, ignorable, place, times) =>
        {
            var borders = Borders(text);
            var changed = text.Insert(borders[place % borders.Length], string.Concat(Enumerable.Repeat(ignorable, times)));
            return Levels(text).All(Levels(changed).Contains);
        });

    [Fact]
    public void Changing_case_never_loses_a_hit() =>
        Hit.Where(text => !text.Contains('ς')).Sample(text => Terms(text).All(Terms(text.ToUpperInvariant()).Contains) && Terms(text).All(Terms(text.ToLowerInvariant()).Contains));

    [Fact]
    public void Changing_case_never_loses_a_term_in_whatever_letters_it_is_written() =>
        Gen.Select(Gen.OneOfConst("abc", "95599", "xx银行", "nonghang", "zhongguoxxyinhang"), Gen.Int[0, 10_000].Array[17]).Sample((term, choice) =>
        {
            var text = string.Concat(term.Select((c, i) => Spellings[c] is { Length: > 0 } ways ? ways[choice[i] % ways.Length].ToString() : c.ToString()));
            var found = Terms(text);
            return found.Length == 1 && found.SequenceEqual(Terms(Cased(text, Rune.ToUpperInvariant))) && found.SequenceEqual(Terms(Cased(text, Rune.ToLowerInvariant)));
        });

    [Fact]
    public void Every_letter_reads_in_its_other_case_as_it_reads_in_its_own()
    {
        foreach (var letter in CasedLetters)
        {
            Readings(letter).ShouldBeSubsetOf(Readings(Rune.ToUpperInvariant(letter)), $"{letter} U+{letter.Value:X}");
            Readings(letter).ShouldBeSubsetOf(Readings(Rune.ToLowerInvariant(letter)), $"{letter} U+{letter.Value:X}");
        }
    }

    [Fact]
    public void Changing_width_never_loses_a_hit() =>
        Hit.Sample(text => Terms(text).All(Terms(FullWidth(text)).Contains));

    [Fact]
    public void Offsets_cut_the_original_at_character_borders() =>
        Gen.OneOf(Hit, Anything).Sample(text => ScreeningLists.Screener.Screen(text).All(hit =>
            hit.Length > 0 && Borders(text).Contains(hit.Start) && Borders(text).Contains(hit.Start + hit.Length)));

    [Fact]
    public void What_was_cut_out_is_a_hit_itself() =>
        Hit.Sample(text => ScreeningLists.Screener.Screen(text).All(hit => Terms(text.Substring(hit.Start, hit.Length)).Contains(hit.Term)));

    [Fact]
    public void Any_text_is_screened_and_folded_without_an_exception() =>
        Anything.Sample(text =>
        {
            ScreeningLists.Screener.Screen(text);
            CharacterDifference.Between(text, "中国ⅩⅩ银行");
            return Folding.Key(text).Length > 0 == text.Length > 0 && DisplayWidth.Of(text) >= 0;
        });

    [Fact]
    public void What_is_passed_over_at_a_glance_is_what_the_judge_would_refuse() =>
        Crowded.Sample(text => ScreeningLists.Screener.Screen(text).SequenceEqual(ScreeningLists.Screener.Run(text, 0)), iter: 20_000);

    [Fact]
    public void Lone_surrogates_end_a_match()
    {
        ScreeningLists.Screener.Screen("农\ud83c行").ShouldBeEmpty();
        ScreeningLists.Screener.Screen("\udc00农行\ud800").ShouldHaveSingleItem();
    }

    /// <summary>
    /// Every character that has another case, but for ς, which is drawn like c: its capital Σ is that of σ, too, and if it were
    /// read as c, so would be σ. And but for the mark U+0345, of which Unicode makes a letter.
    /// </summary>
    private static IEnumerable<Rune> CasedLetters =>
        from code in Enumerable.Range(0, 0x1FFFF)
        where Rune.IsValid(code) && code != 'ς'
        let rune = new Rune(code)
        where (Rune.ToUpperInvariant(rune) != rune || Rune.ToLowerInvariant(rune) != rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
        select rune;

    /// <summary>For an ASCII letter or digit all characters with two cases that are read as it.</summary>
    private static readonly Dictionary<char, Rune[]> Spellings = "abcdefghijklmnopqrstuvwxyz0123456789银行".ToDictionary(c => c,
        c => CasedLetters.Where(letter => Readings(letter).Contains(c.ToString())).ToArray());

    private static string[] Readings(Rune letter) => FoldingTable.Instance[letter.Value] switch
    {
        null => [letter.ToString()],
        { Kind: not FoldKind.Character and var kind } => [kind.ToString()],
        { Also: 0 } entry => [string.Concat(entry.To.Select(char.ConvertFromUtf32))],
        var entry => [string.Concat(entry.To.Select(char.ConvertFromUtf32)), char.ConvertFromUtf32(entry.Also)],
    };

    private static string Cased(string text, Func<Rune, Rune> change) => string.Concat(text.EnumerateRunes().Select(rune => change(rune).ToString()));

    private static (string, HitLevel)[] Levels(string text) => [.. ScreeningLists.Screener.Screen(text).Select(hit => (hit.Term, hit.Level))];

    private static string[] Terms(string text) => [.. ScreeningLists.Screener.Screen(text).Select(hit => hit.Term)];

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));

    /// <summary>The offsets between code points, start and end included.</summary>
    private static int[] Borders(string text) =>
        [.. Enumerable.Range(0, text.Length + 1).Where(at => at == 0 || at == text.Length || !char.IsSurrogatePair(text[at - 1], text[at]))];
}
