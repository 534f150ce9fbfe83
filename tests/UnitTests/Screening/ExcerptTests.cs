using CsCheck;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Screening;

/// <summary>Texts too long to be stored are screened whole and kept as a piece around what was found.</summary>
public sealed class ExcerptTests
{
    private static readonly Screener Screener = new(Term.OfBank());

    [Fact]
    public void A_short_text_stays_as_it_is()
    {
        var hits = Screener.Screen("我在农行上班");
        var (text, kept) = Excerpt.Of("我在农行上班", hits, 6);
        text.ShouldBe("我在农行上班");
        kept.ShouldBe(hits);
    }

    [Fact]
    public void A_hit_at_the_end_of_a_long_text_is_seen_with_what_stands_before_it()
    {
        var whole = new string('天', 3000) + "农行";
        var (text, hits) = Excerpt.Of(whole, Screener.Screen(whole), 1000);
        text.Length.ShouldBeLessThanOrEqualTo(1000);
        (text[0], text[^2..]).ShouldBe(('…', "农行"));
        hits.ShouldHaveSingleItem().Start.ShouldBe(text.Length - 2);
    }

    [Fact]
    public void Every_hit_that_is_kept_cuts_its_own_characters_out_of_the_piece() =>
        Gen.Select(Gen.OneOfConst("天", "😀", "农行", "ＡＢＣ", "9.5.5.9.9", "农\u200b行", " ").Array[30, 400].Select(string.Concat), Gen.Int[20, 200])
            .Sample((whole, most) =>
            {
                var found = Screener.Screen(whole);
                if (found.Count == 0)
                {
                    return true;
                }
                var (text, hits) = Excerpt.Of(whole, found, most);
                return text.Length <= most && hits.Count > 0 && !char.IsLowSurrogate(text[0]) && !char.IsHighSurrogate(text[^1])
                    && hits.All(hit => found.Any(f => f.Term == hit.Term && whole.AsSpan(f.Start, f.Length).StartsWith(text.AsSpan(hit.Start, hit.Length))));
            });
}
