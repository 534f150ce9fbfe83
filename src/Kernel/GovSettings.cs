using Microsoft.Extensions.Configuration;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Kernel;

/// <summary>
/// What the measures leave open: section <c>Measures</c> of the configuration, read once when the host starts. Every default is
/// the reading chosen in docs/interpretations.md.
/// </summary>
public sealed class GovSettings
{
    /// <summary>
    /// How 提前至少3个工作日 is read (article 7, R07-1): <c>ThirdWorkingDay</c>, submitted on Monday for Thursday; or the stricter
    /// <c>ThreeClearWorkingDays</c>, for Friday.
    /// </summary>
    public LeadTimeReading LeadTimeReading { get; init; } = LeadTimeReading.ThirdWorkingDay;

    /// <summary>
    /// The shortest and the longest name that the WeChat platform takes, in display width: ASCII counts 1, everything else 2.
    /// </summary>
    public WidthRange NameWidth { get; init; } = new();

    /// <summary>What the WeChat platform takes as an avatar (article 4, R04-1).</summary>
    public AvatarLimits Avatar { get; init; } = new();

    /// <summary>Reads the section. Throws with the setting's name when a value is not usable: the host does not start with it.</summary>
    public static GovSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Measures").Get<GovSettings>() ?? new GovSettings();
        Require(Enum.IsDefined(settings.LeadTimeReading), "Measures:LeadTimeReading is ThirdWorkingDay or ThreeClearWorkingDays.");
        Require(settings.NameWidth.Min >= 1 && settings.NameWidth.Max >= settings.NameWidth.Min && settings.NameWidth.Max <= 60,
            "Measures:NameWidth needs 1 <= Min <= Max <= 60.");
        Require(settings.Avatar.MaxBytes is >= 1024 and <= 20 << 20, "Measures:Avatar:MaxBytes is 1 KiB to 20 MiB.");
        Require(settings.Avatar.MinPixels >= 1 && settings.Avatar.MaxPixels >= settings.Avatar.MinPixels && settings.Avatar.MaxPixels <= 5000,
            "Measures:Avatar needs 1 <= MinPixels <= MaxPixels <= 5000.");
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

/// <summary>Display width, both ends included.</summary>
public sealed class WidthRange
{
    public int Min { get; init; } = 4;

    public int Max { get; init; } = 30;
}

/// <summary>The picture that an account shows.</summary>
public sealed class AvatarLimits
{
    /// <summary>Bytes of the file as it is uploaded.</summary>
    public int MaxBytes { get; init; } = 2 << 20;

    /// <summary>The shortest side, in pixels.</summary>
    public int MinPixels { get; init; } = 300;

    /// <summary>The longest side, in pixels.</summary>
    public int MaxPixels { get; init; } = 2000;

    /// <summary>Whether both sides have to be equal.</summary>
    public bool Square { get; init; } = true;
}
