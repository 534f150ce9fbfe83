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

    [Fact]
    public void Inserting_ignorable_characters_never_loses_a_hit() =>
        Gen.Select(Hit, Ignorable, Gen.Int[0, 100], Gen.Int[1, 4]).Sample((text, ignorable, place, times) =>
        {
            var borders = Borders(text);
            var changed = text.Insert(borders[place % borders.Length], string.Concat(Enumerable.Repeat(ignorable, times)));
            return Terms(text).All(Terms(changed).Contains);
        });

    [Fact]
    public void Changing_case_never_loses_a_hit() =>
        // ς looks like c; its capital Σ like nothing in a term.
        Hit.Where(text => !text.Contains('ς')).Sample(text => Terms(text).All(Terms(text.ToUpperInvariant()).Contains) && Terms(text).All(Terms(text.ToLowerInvariant()).Contains));

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
    public void Lone_surrogates_end_a_match()
    {
        ScreeningLists.Screener.Screen("农\ud83c行").ShouldBeEmpty();
        ScreeningLists.Screener.Screen("\udc00农行\ud800").ShouldHaveSingleItem();
    }

    private static string[] Terms(string text) => [.. ScreeningLists.Screener.Screen(text).Select(hit => hit.Term)];

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));

    /// <summary>The offsets between code points, start and end included.</summary>
    private static int[] Borders(string text) =>
        [.. Enumerable.Range(0, text.Length + 1).Where(at => at == 0 || at == text.Length || !char.IsSurrogatePair(text[at - 1], text[at]))];
}
