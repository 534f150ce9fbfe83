using CsCheck;
using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class HitListTests
{
    private static readonly Gen<Hit> AnyHit = Gen.Select(Gen.Int[0, 12], Gen.Int[1, 6], Gen.OneOfConst(HitLevel.Advice, HitLevel.Block))
        .Select((start, length, level) => new Hit("农行", start, length, Disguise.None, level, null));

    [Fact]
    public void A_hit_within_another_of_at_least_its_level_goes() =>
        AnyHit.List[1, 12].Sample(hits =>
        {
            var kept = HitList.Outermost([.. hits]);
            return hits.Distinct().All(hit => kept.Contains(hit) != hits.Exists(outer => outer != hit && IsWithin(hit, outer))) && kept.Distinct().Count() == kept.Count;
        });

    [Fact]
    public void An_advice_around_it_does_not_take_a_block_away() =>
        ScreeningLists.Screener.Screen("中国、XX银行").Select(hit => (hit.Term, hit.Level))
            .ShouldBe([("中国ⅩⅩ银行", HitLevel.Advice), ("ⅩⅩ银行", HitLevel.Block)]);

    /// <summary>With a look back over all hits for each, this took minutes.</summary>
    [Fact]
    public void A_text_with_a_hundred_thousand_hits_is_no_harder_than_as_many_texts()
    {
        ScreeningLists.Screener.Screen(string.Concat(Enumerable.Repeat("农行", 100_000))).Count.ShouldBe(100_000);
        ScreeningLists.Screener.Screen(string.Concat(Enumerable.Repeat("助农行，XX银行中国XX银行", 100_000))).Count(hit => hit.Level == HitLevel.Block).ShouldBe(200_000);
    }

    private static bool IsWithin(Hit hit, Hit outer) =>
        outer.Start <= hit.Start && outer.Start + outer.Length >= hit.Start + hit.Length && outer.Level >= hit.Level;
}
