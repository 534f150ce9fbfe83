using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>Covers a run of entries by a hash that continues the previous seal's: a changed or missing entry shows.</summary>
public sealed class AuditSeal
{
    /// <summary>1, 2, 3 … without gaps: given by the sealer.</summary>
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public int EntryCount { get; init; }

    /// <summary>The entries in order, each by its id and the SHA-256 of its text, so that a check can name the one that differs.</summary>
    public byte[] Entries { get; init; } = [];

    /// <summary>SHA-256 over the previous hash, number, time and <see cref="Entries"/>, in 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; init; } = "";
}

internal sealed class AuditSealConfig : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("AuditSeals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Hash).HasMaxLength(64).IsUnicode(false);
    }
}
