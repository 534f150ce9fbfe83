using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>
/// The terms and exceptions of one version, whole, never changed: a file that is gone on with finds the version that it began with,
/// and the history is the table itself.
/// </summary>
internal sealed class VocabularyVersion
{
    /// <summary>From 1. The key: of two changes published at once the slower finds its number taken.</summary>
    public int Version { get; init; }

    /// <summary>See <see cref="VocabularyDocument"/>.</summary>
    public required string Content { get; init; }

    /// <summary>What was changed, in Chinese.</summary>
    public required string Summary { get; init; }

    public required string Reason { get; init; }

    public required string PublishedByName { get; init; }

    /// <summary>UTC.</summary>
    public DateTime PublishedAt { get; init; }

    public TermVocabulary ToVocabulary()
    {
        var document = VocabularyDocument.Read(Content);
        return new(Version,
            [.. document.Terms.Select(t => new Term(t.Text, t.IsAdvice ? HitLevel.Advice : HitLevel.Block, t.Pinyin))],
            [.. document.Exceptions.Select(e => new ScreeningException(e.Phrase, e.Reason, e.Suppresses))]);
    }
}

/// <summary>Terms and exceptions as they are stored and shown.</summary>
internal sealed record VocabularyDocument(IReadOnlyList<TermEntry> Terms, IReadOnlyList<ExceptionEntry> Exceptions)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The terms that article 6 names.</summary>
    public static VocabularyDocument Default(BankOptions bank) =>
        new([.. Term.OfBank(bank.FullName, bank.ShortName).Select(t => new TermEntry(t.Text, false, t.Pinyin, "第六条列举"))], []);

    public static VocabularyDocument Read(string content) => JsonSerializer.Deserialize<VocabularyDocument>(content, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}

/// <param name="IsAdvice">A hit is advice only; otherwise it is a finding.</param>
/// <param name="Pinyin">Found in pinyin, too, as advice.</param>
internal sealed record TermEntry(string Text, bool IsAdvice, bool Pinyin, string Reason);

/// <param name="Suppresses">The hit disappears; otherwise it becomes advice.</param>
internal sealed record ExceptionEntry(string Phrase, bool Suppresses, string Reason);

internal sealed class VocabularyVersionConfig : IEntityTypeConfiguration<VocabularyVersion>
{
    public const int ContentLength = 400_000;
    public const int ReasonLength = 300;

    public void Configure(EntityTypeBuilder<VocabularyVersion> version)
    {
        version.ToTable("ScreeningVocabularies");
        version.HasKey(v => v.Version);
        version.Property(v => v.Version).ValueGeneratedNever();
        version.Property(v => v.Content).HasMaxLength(ContentLength);
        version.Property(v => v.Summary).HasMaxLength(200);
        version.Property(v => v.Reason).HasMaxLength(ReasonLength);
        version.Property(v => v.PublishedByName).HasMaxLength(80);
    }
}
