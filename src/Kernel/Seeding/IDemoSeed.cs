namespace WeChatBankGov.Kernel.Seeding;

/// <summary>A module's part of the demo bank. Runs once, on an empty database, in Development only.</summary>
public interface IDemoSeed
{
    /// <summary>Lower runs earlier: what others stand on.</summary>
    int Order { get; }

    Task Seed(CancellationToken cancel);
}
