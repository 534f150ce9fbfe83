using Microsoft.Extensions.Configuration;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class GovSettingsTests
{
    [Fact]
    public void Without_a_section_the_chosen_readings_hold()
    {
        var settings = From();

        settings.LeadTimeReading.ShouldBe(LeadTimeReading.ThirdWorkingDay);
        (settings.NameWidth.Min, settings.NameWidth.Max).ShouldBe((4, 30));
        (settings.Avatar.MinPixels, settings.Avatar.MaxPixels, settings.Avatar.MaxBytes).ShouldBe((300, 2000, 2 << 20));
    }

    [Fact]
    public void Reads_what_is_set() => From(("Measures:LeadTimeReading", "ThreeClearWorkingDays"))
        .LeadTimeReading.ShouldBe(LeadTimeReading.ThreeClearWorkingDays);

    [Fact]
    public void Does_not_start_with_what_makes_no_sense() =>
        Should.Throw<InvalidOperationException>(() => From(("Measures:NameWidth:Max", "3"))).Message.ShouldContain("NameWidth");

    private static GovSettings From(params (string Key, string Value)[] settings) => GovSettings.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());
}
