using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Imports;

/// <summary>What an uploaded file is for.</summary>
internal enum ImportKind
{
    InstitutionRegister = 1,
    CalendarYears = 2,
}

/// <summary>A file between the two steps of an import: checked and shown, not yet applied.</summary>
internal sealed class PendingImport
{
    public Guid Id { get; init; }

    public required ImportKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>The file as it was uploaded, compressed.</summary>
    public required byte[] Packed { get; init; }

    public required Guid UploadedById { get; init; }

    public required string UploadedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UploadedAt { get; init; }

    public byte[] Unpack()
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Packed), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }
        return unpacked.ToArray();
    }

    public static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }
        return packed.ToArray();
    }
}

internal static class PendingImports
{
    /// <summary>Keeps a file for the second step; the person's earlier one of the kind, left unfinished, goes.</summary>
    public static async Task<PendingImport> KeepForImport(
        this GovDbContext db, ImportKind kind, string fileName, byte[] content, CurrentPerson me, TimeProvider clock, CancellationToken cancel)
    {
        var earlier = await db.Set<PendingImport>().Where(i => i.Kind == kind && i.UploadedById == me.Id).ToListAsync(cancel);
        db.RemoveRange(earlier);
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var import = new PendingImport
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            FileName = name.Length <= PendingImportConfig.FileNameLength ? name : name[^PendingImportConfig.FileNameLength..],
            Packed = PendingImport.Pack(content),
            UploadedById = me.Id,
            UploadedByName = me.Name,
            UploadedAt = clock.UtcNow(),
        };
        db.Add(import);
        return import;
    }

    /// <summary>Null when there is none, or it was applied already.</summary>
    public static Task<PendingImport?> FindImport(this GovDbContext db, ImportKind kind, Guid id, CancellationToken cancel) =>
        db.Set<PendingImport>().SingleOrDefaultAsync(i => i.Id == id && i.Kind == kind, cancel);
}

internal sealed class PendingImportConfig : IEntityTypeConfiguration<PendingImport>
{
    public const int FileNameLength = 200;

    public void Configure(EntityTypeBuilder<PendingImport> import)
    {
        import.ToTable("PendingImports");
        import.Property(i => i.FileName).HasMaxLength(FileNameLength);
        import.Property(i => i.UploadedByName).HasMaxLength(80);
        import.HasIndex(i => new { i.Kind, i.UploadedById });
    }
}
