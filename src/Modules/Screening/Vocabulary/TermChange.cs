using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Vocabulary;

internal enum ChangeKind
{
    /// <summary>增加字样</summary>
    AddTerm = 1,

    /// <summary>删除字样</summary>
    RemoveTerm = 2,

    /// <summary>增加例外</summary>
    AddException = 3,

    /// <summary>删除例外</summary>
    RemoveException = 4,
}

internal enum ChangeState
{
    /// <summary>正在预览</summary>
    Previewing = 1,

    /// <summary>待发布</summary>
    Ready = 2,

    /// <summary>已发布</summary>
    Published = 3,

    /// <summary>已放弃</summary>
    Dropped = 4,

    /// <summary>无法预览: what it would do can't be found out; previewed again or given up.</summary>
    Failed = 5,
}

/// <summary>A proposed change of the vocabulary, with what it would do to a file; published or dropped by the administrator.</summary>
internal sealed class TermChange : IVersioned
{
    public Guid Id { get; init; }

    public ChangeKind Kind { get; init; }

    /// <summary>The term or the exception's phrase.</summary>
    public required string Text { get; init; }

    /// <summary>For a term: advice only. For an exception: the hit disappears.</summary>
    public bool Flag { get; init; }

    /// <summary>For a term: found in pinyin, too.</summary>
    public bool Pinyin { get; init; }

    public required string Reason { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; init; }

    /// <summary>The version that the preview compares with; publishing needs it to be in force still.</summary>
    public int BaseVersion { get; set; }

    public ChangeState State { get; set; } = ChangeState.Previewing;

    /// <summary>
    /// The file that was looked through, null when there was none; while it is previewed the one that was chosen, null for the one
    /// that says most: see <see cref="PreviewFiles.ForPreview"/>.
    /// </summary>
    public Guid? FileId { get; set; }

    /// <summary>Rows of it.</summary>
    public int Rows { get; set; }

    /// <summary>Texts that would newly hit, or be a finding instead of advice.</summary>
    public int NewCount { get; set; }

    /// <summary>Texts that would no longer hit, or be advice instead of a finding.</summary>
    public int GoneCount { get; set; }

    /// <summary>Some of them, as long as the file's content is kept: see <see cref="Samples"/>. Texts only, no employee.</summary>
    public string SamplesContent { get; set; } = "[]";

    /// <summary>The version that it became; 0 as long as it is none.</summary>
    public int PublishedVersion { get; set; }

    public int Version { get; set; } = 1;

    /// <param name="Text">A text of the file.</param>
    /// <param name="IsNew">It would newly hit; otherwise it would no longer.</param>
    /// <param name="Before">What it is now, in Chinese.</param>
    /// <param name="After">What it would be.</param>
    internal sealed record Sample(string Text, bool IsNew, string Before, string After);

    /// <summary>What nobody has looked through leaves no numbers behind.</summary>
    public void Fail() =>
        (State, FileId, Rows, NewCount, GoneCount, SamplesContent) = (ChangeState.Failed, null, 0, 0, 0, "[]");

    public IReadOnlyList<Sample> Samples => JsonSerializer.Deserialize<List<Sample>>(SamplesContent)!;

    public string Summary => $"{Kind.Chinese()}“{Text}”{(Kind, Flag) switch
    {
        (ChangeKind.AddTerm, true) => "（作提示）",
        (ChangeKind.AddException, true) => "（不算命中）",
        (ChangeKind.AddException, false) => "（降为提示）",
        _ => "",
    }}";

    /// <summary>The vocabulary with this change made.</summary>
    public VocabularyDocument ApplyTo(VocabularyDocument document) => Kind switch
    {
        ChangeKind.AddTerm => document with { Terms = [.. document.Terms, new(Text, Flag, Pinyin, Reason)] },
        ChangeKind.RemoveTerm => document with { Terms = [.. document.Terms.Where(t => t.Text != Text)] },
        ChangeKind.AddException => document with { Exceptions = [.. document.Exceptions, new(Text, Flag, Reason)] },
        ChangeKind.RemoveException => document with { Exceptions = [.. document.Exceptions.Where(e => e.Phrase != Text)] },
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };
}

internal sealed class TermChangeConfig : IEntityTypeConfiguration<TermChange>
{
    public const int TextLength = 60;
    public const int SamplesLength = 200_000;

    public void Configure(EntityTypeBuilder<TermChange> change)
    {
        change.ToTable("ScreeningTermChanges");
        change.Property(c => c.Text).HasMaxLength(TextLength);
        change.Property(c => c.Reason).HasMaxLength(VocabularyVersionConfig.ReasonLength);
        change.Property(c => c.ProposedByName).HasMaxLength(80);
        change.Property(c => c.SamplesContent).HasMaxLength(SamplesLength);
        change.Ignore(c => c.Samples);
        change.Ignore(c => c.Summary);
        change.HasIndex(c => c.State);
        change.HasIndex(c => c.ProposedAt);
        change.HasIndex(c => c.FileId);
        change.HasOne<ScreeningFile>().WithMany().HasForeignKey(c => c.FileId);
    }
}

internal static class ChangeWords
{
    public static string Chinese(this ChangeKind kind) => kind switch
    {
        ChangeKind.AddTerm => "增加字样",
        ChangeKind.RemoveTerm => "删除字样",
        ChangeKind.AddException => "增加例外",
        ChangeKind.RemoveException => "删除例外",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of change."),
    };

    public static string Chinese(this ChangeState state) => state switch
    {
        ChangeState.Previewing => "正在预览",
        ChangeState.Ready => "待发布",
        ChangeState.Published => "已发布",
        ChangeState.Dropped => "已放弃",
        ChangeState.Failed => "无法预览",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a change."),
    };

    public static string Tone(this ChangeState state) => state switch
    {
        ChangeState.Published => "ok",
        ChangeState.Dropped => "quiet",
        ChangeState.Failed => "stop",
        _ => "wait",
    };
}
