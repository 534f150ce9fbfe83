using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Files;

/// <summary>
/// What a file holds, addressed by its SHA-256: the same bytes are stored once, whoever uploads them. Written once, never
/// changed. The name belongs to the record that the file was uploaded for.
/// </summary>
public sealed class FileContent
{
    /// <summary>64 lower-case hexadecimal digits, over the bytes as they are stored.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>By what the bytes are, not by what the name said.</summary>
    public required string ContentType { get; init; }

    /// <summary>Pixels; null when it is no picture.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null when it is no picture.</summary>
    public int? Height { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StoredAt { get; init; }
}

/// <summary>A piece of a file, so that neither writing nor reading needs all of it in one statement.</summary>
internal sealed class FileChunk
{
    /// <summary>1 MiB: all pieces but the last are exactly as long.</summary>
    public const int Size = 1 << 20;

    public required string Sha256 { get; init; }

    /// <summary>From 0.</summary>
    public int Index { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class FileContentConfig : IEntityTypeConfiguration<FileContent>, IEntityTypeConfiguration<FileChunk>
{
    public const int HashLength = 64;

    public void Configure(EntityTypeBuilder<FileContent> content)
    {
        content.ToTable("FileContents");
        content.HasKey(c => c.Sha256);
        content.Property(c => c.Sha256).HasMaxLength(HashLength).IsUnicode(false).ValueGeneratedNever();
        content.Property(c => c.ContentType).HasMaxLength(60).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<FileChunk> chunk)
    {
        chunk.ToTable("FileChunks");
        chunk.HasKey(c => new { c.Sha256, c.Index });
        chunk.Property(c => c.Sha256).HasMaxLength(HashLength).IsUnicode(false);
        chunk.Property(c => c.Index).HasColumnName("ChunkIndex").ValueGeneratedNever();
        chunk.Property(c => c.Bytes).HasMaxLength(FileChunk.Size);
        chunk.HasOne<FileContent>().WithMany().HasForeignKey(c => c.Sha256);
    }
}
