using WeChatBankGov.Text;
using Xunit.Abstractions;

namespace WeChatBankGov.UnitTests.Text;

public class ScreeningListsTests(ITestOutputHelper output)
{
    [Fact]
    public void Article06_Recall_and_precision_are_one_on_the_lists()
    {
        var missed = ScreeningLists.MustHit.Where(row => !Finds(row.Text, row.Term, row.Level)).ToArray();
        var wrong = ScreeningLists.MustNotHit
            .Where(row => ScreeningLists.Screener.Screen(row.Text).Any(hit => !row.AdviceAllowed || hit.Level == HitLevel.Block)).ToArray();
        var found = ScreeningLists.MustHit.Count - missed.Length;

        output.WriteLine($"recall {found / (double)ScreeningLists.MustHit.Count:P2} of {ScreeningLists.MustHit.Count} texts");
        output.WriteLine($"precision {found / (double)(found + wrong.Length):P2} over {ScreeningLists.MustNotHit.Count} texts that must not hit");
        missed.ShouldBeEmpty();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_lists_are_as_long_as_promised_and_without_repetition()
    {
        ScreeningLists.MustHit.Count.ShouldBeGreaterThanOrEqualTo(400);
        ScreeningLists.MustNotHit.Count.ShouldBeGreaterThanOrEqualTo(2000);
        string[] texts = [.. ScreeningLists.MustHit.Where(row => row.Level == HitLevel.Block).Select(row => row.Text), .. ScreeningLists.MustNotHit.Select(row => row.Text)];
        texts.Distinct().Count().ShouldBe(texts.Length);
    }

    private static bool Finds(string text, string term, HitLevel level)
    {
        var hits = ScreeningLists.Screener.Screen(text).Where(hit => hit.Term == term).ToArray();
        return hits.Length > 0 && hits.Max(hit => hit.Level) == level;
    }
}
