using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Ledger;

internal sealed class WeChatAccountConfig : IEntityTypeConfiguration<WeChatAccount>
{
    public void Configure(EntityTypeBuilder<WeChatAccount> account)
    {
        account.ToTable("WeChatAccounts");
        account.Property(a => a.Name).HasMaxLength(FormLengths.Name);
        account.Property(a => a.NameKey).HasMaxLength(200).ComparedByBits();
        account.Property(a => a.InstitutionName).HasMaxLength(100);
        account.Property(a => a.ApplicationNumber).HasMaxLength(20).IsUnicode(false);
        account.Property(a => a.OriginalId).HasMaxLength(32).IsUnicode(false);
        account.Property(a => a.AppId).HasMaxLength(32).IsUnicode(false);
        account.Property(a => a.OriginalIdKey).HasMaxLength(32).IsUnicode(false);
        account.Property(a => a.AppIdKey).HasMaxLength(32).IsUnicode(false);
        account.HasIndex(a => a.OriginalId);
        account.HasIndex(a => a.AppId);
        account.HasIndex(a => a.OriginalIdKey).IsUnique();
        account.HasIndex(a => a.AppIdKey).IsUnique();
        account.Property(a => a.EvidenceFileName).HasMaxLength(160);
        account.Property(a => a.EvidenceSha256).HasMaxLength(64).IsUnicode(false);
        account.Property(a => a.EvidenceContentType).HasMaxLength(60).IsUnicode(false);
        account.Property(a => a.RecordedByName).HasMaxLength(80);
        account.Property(a => a.ConfirmationReason).HasMaxLength(500);
        account.Property(a => a.RevocationReason).HasMaxLength(500);
        account.HasIndex(a => a.Name);
        account.HasIndex(a => a.NameKey);
        account.HasIndex(a => new { a.Stored, a.VerificationDue });
        account.HasIndex(a => a.ManagingBranchId);
        account.HasIndex(a => a.Tier1BranchId);
        account.HasIndex(a => a.InstitutionId);
        account.HasIndex(a => a.ApplicationId);
    }
}
