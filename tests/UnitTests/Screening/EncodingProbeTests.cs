using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.UnitTests.Screening;

/// <summary>Which encoding a file is read in, and what a broken character costs.</summary>
public class EncodingProbeTests
{
    private static readonly byte[] Half = [0xE5, 0x86];

    [Theory]
    [InlineData(EncodingProbe.Utf8)]
    [InlineData(EncodingProbe.Gb18030)]
    public void A_character_cut_in_half_or_a_nul_costs_its_row(string encoding)
    {
        var text = EncodingProbe.Of(encoding);
        byte[] file = [.. text.GetBytes("工号,微信名\nE1,农"), .. encoding == EncodingProbe.Utf8 ? Half : [0xFF], .. text.GetBytes("\nE2,农行\nE3,农\0行\nE4,农行\n")];
        Probed(file).ShouldBe(encoding);
        using var reader = new StreamReader(new MemoryStream(file), text);
        new CsvRows(reader).Read().Select(row => (row.Number, row.Problem is null)).ShouldBe([(1, true), (2, false), (3, true), (4, false), (5, true)]);
    }

    [Fact]
    public void What_is_mostly_no_text_is_none()
    {
        Probed([0xFF, 0xFF, 0xFE, 0xFF]).ShouldBeNull();
        Probed([.. "工号\0\0\0"u8]).ShouldBeNull();
        Probed([.. Enumerable.Repeat((byte)0xFF, 30), .. Enumerable.Repeat((byte)'a', 20_000)]).ShouldBeNull();
        Probed([.. Enumerable.Repeat((byte)0xFF, 15), .. Enumerable.Repeat((byte)'a', 20_000)]).ShouldNotBeNull();
    }

    private static string? Probed(byte[] bytes)
    {
        var probe = new EncodingProbe();
        // In two pieces, the first of which ends within a character.
        probe.Look(bytes.AsSpan(0, bytes.Length / 2), isLast: false);
        probe.Look(bytes.AsSpan(bytes.Length / 2), isLast: true);
        return probe.Name;
    }
}
