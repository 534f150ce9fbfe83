using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Data;

/// <summary>What the portal remembers of itself: that it holds the demo bank, say.</summary>
public sealed class PortalFact
{
    /// <summary>The name of the fact that the demo bank is in this database, in part or whole.</summary>
    public const string DemoBank = "demo-bank";

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class PortalFactConfig : IEntityTypeConfiguration<PortalFact>
{
    public void Configure(EntityTypeBuilder<PortalFact> fact)
    {
        fact.ToTable("PortalFacts");
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(60).IsUnicode(false);
        fact.Property(f => f.Value).HasMaxLength(400);
    }
}
