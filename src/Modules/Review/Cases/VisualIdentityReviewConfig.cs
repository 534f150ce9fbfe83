using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Cases;

internal sealed class VisualIdentityReviewConfig : IEntityTypeConfiguration<VisualIdentityReview>,
    IEntityTypeConfiguration<ReviewedElement>, IEntityTypeConfiguration<ReviewedFile>, IEntityTypeConfiguration<ReviewContributor>
{
    public const int TitleLength = 200;
    public const int ElementTextLength = 500;
    public const int FileNameLength = 200;

    public void Configure(EntityTypeBuilder<VisualIdentityReview> review)
    {
        review.ToTable("VisualIdentityReviews");
        review.Property(r => r.SubjectKind).HasMaxLength(60).IsUnicode(false);
        review.Property(r => r.Title).HasMaxLength(TitleLength);
        review.Property(r => r.InstitutionName).HasMaxLength(100);
        review.Property(r => r.ViVersion).HasMaxLength(100);
        review.Property(r => r.AssignedBy).HasMaxLength(8).IsUnicode(false);
        review.Property(r => r.FinishedByName).HasMaxLength(80);
        review.Property(r => r.FinishedByInstitution).HasMaxLength(100);
        review.Property(r => r.FinishedByDepartment).HasMaxLength(40);
        review.Property(r => r.Opinion).HasMaxLength(JudgeVisualIdentity.OpinionLength);
        review.Ignore(r => r.IsPending);
        review.Ignore(r => r.IsJudged);
        review.Ignore(r => r.Assignment);
        review.Ignore(r => r.ContributorIds);
        review.HasMany(r => r.Elements).WithOne().HasForeignKey(e => e.ReviewId);
        review.HasMany(r => r.Contributors).WithOne().HasForeignKey(c => c.ReviewId);
        review.HasIndex(r => r.OpenSubjectId).IsUnique();
        review.HasIndex(r => r.SubjectId);
        review.HasIndex(r => r.OpenedAt);
        review.HasIndex(r => new { r.State, r.OpenedAt });
        review.HasIndex(r => new { r.AssignedInstitutionId, r.AssignedDepartment, r.State, r.OpenedAt });
        review.HasIndex(r => new { r.InstitutionId, r.OpenedAt });
        review.HasIndex(r => new { r.ManagingBranchId, r.OpenedAt });
        review.HasIndex(r => new { r.Tier1BranchId, r.OpenedAt });
    }

    public void Configure(EntityTypeBuilder<ReviewedElement> element)
    {
        element.ToTable("ReviewedElements");
        element.HasKey(e => new { e.ReviewId, e.Element });
        element.Property(e => e.Text).HasMaxLength(ElementTextLength);
        element.Property(e => e.Reason).HasMaxLength(JudgeVisualIdentity.ReasonLength);
        element.HasMany(e => e.Files).WithOne().HasForeignKey(f => new { f.ReviewId, f.Element });
    }

    public void Configure(EntityTypeBuilder<ReviewedFile> file)
    {
        file.ToTable("ReviewedFiles");
        file.HasKey(f => new { f.ReviewId, f.Element, f.Number });
        file.Property(f => f.Name).HasMaxLength(FileNameLength);
        file.Property(f => f.Href).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<ReviewContributor> contributor)
    {
        contributor.ToTable("ReviewContributors");
        contributor.HasKey(c => new { c.ReviewId, c.PersonId });
    }
}
