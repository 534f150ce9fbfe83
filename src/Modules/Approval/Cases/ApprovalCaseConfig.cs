using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Approval.Contracts;

namespace WeChatBankGov.Approval.Cases;

internal sealed class ApprovalCaseConfig : IEntityTypeConfiguration<ApprovalCase>,
    IEntityTypeConfiguration<ApprovalContributor>, IEntityTypeConfiguration<ApprovalComment>
{
    public void Configure(EntityTypeBuilder<ApprovalCase> approval)
    {
        approval.ToTable("Approvals");
        approval.Property(a => a.SubjectKind).HasMaxLength(ApprovalLengths.Kind).IsUnicode(false);
        approval.Property(a => a.Title).HasMaxLength(ApprovalLengths.Title);
        approval.Property(a => a.InstitutionName).HasMaxLength(ApprovalLengths.InstitutionName);
        approval.Property(a => a.Href).HasMaxLength(ApprovalLengths.Href);
        approval.Property(a => a.DecidedByName).HasMaxLength(ApprovalLengths.PersonName);
        approval.Property(a => a.Opinion).HasMaxLength(DecideApproval.OpinionLength);
        approval.Ignore(a => a.IsPending);
        approval.Ignore(a => a.ContributorIds);
        approval.HasMany(a => a.Contributors).WithOne().HasForeignKey(c => c.ApprovalCaseId);
        approval.HasMany(a => a.Comments).WithOne().HasForeignKey(c => c.ApprovalCaseId);
        approval.HasIndex(a => a.OpenSubjectId).IsUnique();
        approval.HasIndex(a => a.SubjectId);
        approval.HasIndex(a => a.OpenedAt);
        approval.HasIndex(a => new { a.State, a.OpenedAt });
        approval.HasIndex(a => new { a.InstitutionId, a.OpenedAt });
        approval.HasIndex(a => new { a.ManagingBranchId, a.OpenedAt });
        approval.HasIndex(a => new { a.Tier1BranchId, a.OpenedAt });
    }

    public void Configure(EntityTypeBuilder<ApprovalContributor> contributor)
    {
        contributor.ToTable("ApprovalContributors");
        contributor.HasKey(c => new { c.ApprovalCaseId, c.PersonId });
    }

    public void Configure(EntityTypeBuilder<ApprovalComment> comment)
    {
        comment.ToTable("ApprovalComments");
        comment.HasKey(c => new { c.ApprovalCaseId, c.Number });
        comment.Property(c => c.Field).HasMaxLength(DecideApproval.FieldLength).IsUnicode(false);
        comment.Property(c => c.Comment).HasMaxLength(DecideApproval.CommentLength);
    }
}
