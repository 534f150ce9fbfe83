namespace WeChatBankGov.UnitTests.Calendar;

/// <summary>
/// Puts the process into the zone farthest from Beijing that banks run servers in, and takes it out again. The classes of this
/// collection repeat others' tests: days are Beijing days whatever the server's time zone.
/// </summary>
public sealed class LosAngelesTime : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("TZ");

    public LosAngelesTime() => Use("America/Los_Angeles");

    public void Dispose() => Use(_before);

    private static void Use(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}

/// <summary>Not parallel to anything: the zone belongs to the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LosAngeles : ICollectionFixture<LosAngelesTime>
{
    public const string Name = "America/Los_Angeles";
}

[Collection(LosAngeles.Name)]
public sealed class LosAngelesTests
{
    [Fact]
    public void The_zone_is_in_force_where_the_machine_has_zone_files()
    {
        if (OperatingSystem.IsWindows() || !TimeZoneInfo.TryFindSystemTimeZoneById(LosAngeles.Name, out _)) return;
        TimeZoneInfo.Local.BaseUtcOffset.ShouldBe(TimeSpan.FromHours(-8));
    }
}
