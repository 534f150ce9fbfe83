using Microsoft.Extensions.Configuration;

namespace WeChatBankGov.Screening;

/// <summary>What article 6 leaves open for employees' accounts: section <c>Screening</c>, read once when the host starts.</summary>
internal sealed class ScreeningSettings
{
    /// <summary>Whether a private nickname with the bank's name is advice only, or a finding as an account applied for.</summary>
    public PersonalNames PersonalNames { get; init; } = PersonalNames.Advice;

    /// <summary>How many days the content of an imported file is kept, encrypted; what was found in it stays.</summary>
    public int FileDays { get; init; } = 180;

    /// <summary>How many working days a confirmed finding may take to be rectified (R06-4); the day of the confirmation does not count.</summary>
    public int RectificationDays { get; init; } = 10;

    /// <summary>How many data rows of a file are screened; what stands beyond is not, and the file says so.</summary>
    public int MostRows { get; init; } = 1_000_000;

    /// <summary>How many bytes a file may have; at most 200 MB, for which the server's own limits are set.</summary>
    public long MostBytes { get; init; } = LargestFile;

    /// <summary>200 MB.</summary>
    public const long LargestFile = 200L << 20;

    /// <summary>最多 100 万行、200 MB</summary>
    public string LimitWords => $"最多 {(MostRows % 10_000 == 0 ? $"{MostRows / 10_000} 万行" : $"{MostRows:N0} 行")}、{SizeWords}";

    /// <summary>200 MB, or bytes where it is no whole number of them.</summary>
    public string SizeWords => MostBytes % (1 << 20) == 0 ? $"{MostBytes >> 20} MB" : $"{MostBytes:N0} 字节";

    /// <summary>What a file that has more is refused with.</summary>
    public string TooLarge => $"文件超过 {SizeWords}。请只保留需要排查的列，或者分成几个文件导入。";

    /// <summary>Reads the section. Throws with the setting's name when a value is not usable: the host does not start with it.</summary>
    public static ScreeningSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Screening").Get<ScreeningSettings>() ?? new ScreeningSettings();
        Require(Enum.IsDefined(settings.PersonalNames), "Screening:PersonalNames is Advice or Finding.");
        Require(settings.FileDays is >= 1 and <= 3650, "Screening:FileDays is 1 to 3650.");
        Require(settings.MostRows is >= 1 and <= 1_000_000, "Screening:MostRows is 1 to 1000000.");
        Require(settings.MostBytes is >= 1 and <= LargestFile, $"Screening:MostBytes is 1 to {LargestFile}.");
        Require(settings.RectificationDays is >= 1 and <= 250, "Screening:RectificationDays is 1 to 250.");
        return settings;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}

/// <summary>What a private nickname with the bank's name is (R06-3).</summary>
internal enum PersonalNames
{
    Advice,

    Finding,
}
