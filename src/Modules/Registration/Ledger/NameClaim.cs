using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>
/// Holds a name, or a branch's one place for a subscription account, for an application under way or an account (R06-2).
/// Two at once: the second one's key is taken, and its handler, asked again, says so.
/// </summary>
internal sealed class NameClaim
{
    /// <summary>The folded name, or the branch, with its prefix.</summary>
    public required string Key { get; init; }

    /// <summary>The application that claimed it; null for standing accounts.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>What holds it, for the refusal: 申请 ZC-2026-000123, 现有服务号.</summary>
    public required string Holder { get; init; }

    public static string ForName(string name) => "name:" + Folding.Key(name);

    public static string ForBranch(Guid institutionId) => "branch:" + institutionId.ToString("N");
}

internal sealed class NameClaimConfig : IEntityTypeConfiguration<NameClaim>
{
    public void Configure(EntityTypeBuilder<NameClaim> claim)
    {
        claim.ToTable("NameClaims");
        claim.HasKey(c => c.Key);
        claim.Property(c => c.Key).HasMaxLength(200).ComparedByBits();
        claim.Property(c => c.Holder).HasMaxLength(200);
        claim.HasIndex(c => c.ApplicationId);
    }
}
