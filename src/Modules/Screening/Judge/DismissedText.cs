using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Rows;

namespace WeChatBankGov.Screening.Judge;

/// <summary>
/// A whole text that a branch found to be a false alarm: the next files of this branch find it excepted, until a second person takes
/// the dismissal back. An administrator may make an exception for the whole bank of it.
/// </summary>
internal sealed class DismissedText
{
    public Guid BranchId { get; init; }

    /// <summary>See <see cref="MatchKeys.OfText"/>.</summary>
    public required string TextKey { get; init; }

    public required string BranchName { get; init; }

    public required string Text { get; init; }

    public required string Terms { get; init; }

    public required string Reason { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>
    /// What the audit trail and the timeline know a branch's dismissal of a text by, the one that was taken back as well as the next of
    /// the same text. Who dismissed it stands there, where nobody can change it.
    /// </summary>
    public static Guid IdOf(Guid branchId, string textKey) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{branchId:N}\n{textKey}")).AsSpan(0, 16));
}

internal sealed class DismissedTextConfig : IEntityTypeConfiguration<DismissedText>
{
    public const int ReasonLength = 300;

    public void Configure(EntityTypeBuilder<DismissedText> text)
    {
        text.ToTable("ScreeningDismissedTexts");
        text.HasKey(t => new { t.BranchId, t.TextKey });
        text.Property(t => t.TextKey).HasMaxLength(MatchKeys.Length).IsUnicode(false).ComparedByBits();
        text.Property(t => t.BranchName).HasMaxLength(100);
        text.Property(t => t.Text).HasMaxLength(ScreeningFindingConfig.TextLength);
        text.Property(t => t.Terms).HasMaxLength(ScreeningFindingConfig.TermsLength);
        text.Property(t => t.Reason).HasMaxLength(ReasonLength);
        text.Property(t => t.ByName).HasMaxLength(80);
        text.HasIndex(t => t.At);
    }
}

/// <summary>Who sees which: texts of accounts are personal data, so a branch its own; whoever sees all institutions, and the administrator, all.</summary>
internal static class DismissalVisibility
{
    public static IQueryable<DismissedText> VisibleTo(this IQueryable<DismissedText> texts, CurrentPerson me) =>
        me.SeesAllInstitutions || me.Has(Duties.SystemAdministrator) ? texts : texts.Where(t => t.BranchId == me.InstitutionId);
}
