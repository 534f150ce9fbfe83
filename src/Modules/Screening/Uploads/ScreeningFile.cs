using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>Where a file stands.</summary>
internal enum FileState
{
    /// <summary>上传中: its pieces are being stored; nobody sees it yet.</summary>
    Receiving = 1,

    /// <summary>等待排查</summary>
    Queued = 2,

    /// <summary>正在排查</summary>
    Running = 3,

    /// <summary>已完成</summary>
    Completed = 4,

    /// <summary>未能完成: <see cref="ScreeningFile.Problem"/> says why; what was found until then stays.</summary>
    Failed = 5,
}

internal enum FileFormat
{
    Csv = 1,
    Xlsx = 2,
}

/// <summary>
/// A file of employees' accounts. Its content is sealed and erased after some days; of its rows only those with a hit are kept.
/// The progress is saved with each batch's findings in one <c>SaveChanges</c>: whoever goes on, goes on where it stood.
/// </summary>
internal sealed class ScreeningFile
{
    public Guid Id { get; init; }

    /// <summary>PC-2026-000001; empty while it is received.</summary>
    public string Number { get; set; } = "";

    public required string FileName { get; init; }

    public FileFormat Format { get; set; }

    /// <summary>UTF-8 or GB18030; empty for XLSX.</summary>
    public string Encoding { get; set; } = "";

    /// <summary>Bytes as they were uploaded.</summary>
    public long Length { get; set; }

    /// <summary>Whose employees: the branch, or the head office for the whole bank.</summary>
    public required Guid BranchId { get; init; }

    public required string BranchName { get; init; }

    public bool IsWholeBank { get; init; }

    public required Guid UploadedById { get; init; }

    public required string UploadedByName { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; init; }

    public FileState State { get; set; }

    /// <summary>The version of the terms and exceptions; the one that the run began with, however often it is interrupted.</summary>
    public int VocabularyVersion { get; set; }

    /// <summary>The content's key, itself protected by the portal's keys; empty once the content is erased.</summary>
    public string ProtectedKey { get; set; } = "";

    /// <summary>Data rows dealt with, good and bad, saved with their findings; the heading apart.</summary>
    public int RowsRead { get; set; }

    public int RowsBad { get; set; }

    /// <summary>How far the reader stood in the file, for the progress bar; an estimate.</summary>
    public long BytesRead { get; set; }

    /// <summary>Rows whose name is a finding (R06-3).</summary>
    public int FindingCount { get; set; }

    /// <summary>Texts with advice only.</summary>
    public int AdviceCount { get; set; }

    /// <summary>UTC; when the first run began. Null before.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>UTC; when the present run began, with <see cref="RunStartedRows"/> behind it.</summary>
    public DateTime? RunStartedAt { get; set; }

    public int RunStartedRows { get; set; }

    /// <summary>UTC; when progress was saved last.</summary>
    public DateTime? CheckpointAt { get; set; }

    /// <summary>UTC; null until it is completed or failed.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Who works on it; a concurrency token, so that of two workers only one gets its batch in.</summary>
    public Guid LeaseOwner { get; set; }

    /// <summary>UTC; afterwards another worker may take over.</summary>
    public DateTime LeaseUntil { get; set; }

    /// <summary>Why it failed, in Chinese; empty otherwise.</summary>
    public string Problem { get; set; } = "";

    /// <summary>
    /// The file that it was compared with, but for branches with a newer one of their own: see <see cref="Run.EarlierFiles"/>. Null when
    /// there was none.
    /// </summary>
    public Guid? PreviousFileId { get; set; }

    public int NewCount { get; set; }

    public int StillCount { get; set; }

    /// <summary>Findings of the earlier files that this one no longer has.</summary>
    public int GoneCount { get; set; }

    /// <summary>UTC; null as long as the content is kept.</summary>
    public DateTime? ContentErasedAt { get; set; }

    public bool IsAtWork => State is FileState.Queued or FileState.Running;

    /// <summary>Rows a second of the present or last run; 0 before the first checkpoint.</summary>
    public double RowsPerSecond => RunStartedAt is { } from && CheckpointAt is { } to && to > from
        ? (RowsRead - RunStartedRows) / (to - from).TotalSeconds
        : 0;
}

/// <summary>A piece of a file's content, sealed: see <see cref="ContentSeal"/>.</summary>
internal sealed class SealedChunk
{
    /// <summary>
    /// 64 KiB of content: all pieces but the last are exactly as long, before sealing. Below what the runtime takes for a large
    /// object, which it would collect so rarely that a file of 200 MB shows as 200 MB of memory.
    /// </summary>
    public const int Size = 64 << 10;

    public Guid FileId { get; init; }

    /// <summary>From 0.</summary>
    public int Index { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>A row that could not be screened.</summary>
internal sealed class BadRow
{
    public Guid FileId { get; init; }

    /// <summary>The row as a spreadsheet shows it, from 1, the heading included.</summary>
    public int RowNumber { get; init; }

    /// <summary>What is wrong, in Chinese; it may quote the row, and no longer does once the file's content is erased.</summary>
    public required string Reason { get; init; }
}

internal sealed class ScreeningFileConfig
    : IEntityTypeConfiguration<ScreeningFile>, IEntityTypeConfiguration<SealedChunk>, IEntityTypeConfiguration<BadRow>
{
    public const int FileNameLength = 200;
    public const int ReasonLength = 300;

    public void Configure(EntityTypeBuilder<ScreeningFile> file)
    {
        file.ToTable("ScreeningFiles");
        file.Property(f => f.Number).HasMaxLength(20).IsUnicode(false);
        file.Property(f => f.FileName).HasMaxLength(FileNameLength);
        file.Property(f => f.Encoding).HasMaxLength(20).IsUnicode(false);
        file.Property(f => f.BranchName).HasMaxLength(100);
        file.Property(f => f.UploadedByName).HasMaxLength(80);
        file.Property(f => f.ProtectedKey).HasMaxLength(1000).IsUnicode(false);
        file.Property(f => f.Problem).HasMaxLength(ReasonLength);
        file.Property(f => f.LeaseOwner).IsConcurrencyToken();
        file.Ignore(f => f.IsAtWork);
        file.Ignore(f => f.RowsPerSecond);
        file.HasIndex(f => new { f.State, f.LeaseUntil });
        file.HasIndex(f => new { f.BranchId, f.UploadedAt });
        file.HasIndex(f => f.UploadedAt);
        file.HasIndex(f => f.PreviousFileId);
        file.HasOne<ScreeningFile>().WithMany().HasForeignKey(f => f.PreviousFileId);
    }

    public void Configure(EntityTypeBuilder<SealedChunk> chunk)
    {
        chunk.ToTable("ScreeningFileChunks");
        chunk.HasKey(c => new { c.FileId, c.Index });
        chunk.Property(c => c.Index).HasColumnName("ChunkIndex").ValueGeneratedNever();
        chunk.Property(c => c.Bytes).HasMaxLength(SealedChunk.Size + ContentSeal.Overhead);
        chunk.HasOne<ScreeningFile>().WithMany().HasForeignKey(c => c.FileId);
    }

    public void Configure(EntityTypeBuilder<BadRow> row)
    {
        row.ToTable("ScreeningBadRows");
        row.HasKey(r => new { r.FileId, r.RowNumber });
        row.Property(r => r.RowNumber).ValueGeneratedNever();
        row.Property(r => r.Reason).HasMaxLength(ReasonLength);
        row.HasOne<ScreeningFile>().WithMany().HasForeignKey(r => r.FileId);
    }
}

/// <summary>Who sees which files: a branch its own and, of the head office's for the whole bank, its own findings.</summary>
internal static class FileVisibility
{
    public static IQueryable<ScreeningFile> VisibleTo(this IQueryable<ScreeningFile> files, CurrentPerson me)
    {
        files = files.Where(f => f.State != FileState.Receiving);
        return me.SeesAllInstitutions ? files : files.Where(f => f.BranchId == me.InstitutionId || f.IsWholeBank);
    }
}

internal static class FileWords
{
    public static string Chinese(this FileState state) => state switch
    {
        FileState.Receiving => "上传中",
        FileState.Queued => "等待排查",
        FileState.Running => "正在排查",
        FileState.Completed => "已完成",
        FileState.Failed => "未能完成",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a file."),
    };

    public static string Tone(this FileState state) => state switch
    {
        FileState.Completed => "ok",
        FileState.Failed => "stop",
        _ => "wait",
    };
}
