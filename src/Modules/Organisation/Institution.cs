using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Text;

namespace WeChatBankGov.Organisation;

/// <summary>One of the bank's institutions: a node of the tree (article 8).</summary>
internal sealed class Institution : IVersioned
{
    public const int CodeLength = 12;
    public const int NameLength = 100;
    public const int PlaceNameLength = 40;

    public Guid Id { get; init; }

    /// <summary>The register's code: six digits, nine for outlets.</summary>
    public required string Code { get; init; }

    public required InstitutionLevel Level { get; set; }

    public required string Name { get; set; }

    /// <summary>The place as the state calls it, 黔西南布依族苗族自治州; empty where the register has none.</summary>
    public string FullPlaceName { get; set; } = "";

    /// <summary>
    /// The short place name by which a branch's account is called; empty for the head office. The register's, or the
    /// distinguishing one that an administrator entered (R06-2).
    /// </summary>
    public string PlaceName { get; private set; } = "";

    /// <summary>What the register says, for an import to tell a corrected row from one whose name was settled by hand.</summary>
    public string RegisterPlaceName { get; set; } = "";

    /// <summary>
    /// 地名待定: a higher branch bears the same short place name, so this one starts no subscription application until an
    /// administrator enters a distinguishing one (R06-2).
    /// </summary>
    public bool PlaceNameUnsettled { get; private set; }

    /// <summary>A branch whose place name is its own, so that its unified name is settled (R06-2).</summary>
    public bool OwnsPlaceName => Level.IsBranch() && !PlaceNameUnsettled && PlaceName.Length > 0;

    /// <summary>
    /// One owner of a place name (R06-2): the folded name with its owner and the own id with everybody else, because the column is
    /// unique and never null (decision 0002).
    /// </summary>
    public string PlaceNameKey { get => OwnsPlaceName ? Folding.Key(PlaceName) : $"{Id:N}"; private set { } }

    /// <summary>Null for the head office only.</summary>
    public Guid? ParentId { get; set; }

    public Institution? Parent { get; init; }

    /// <summary>The nearest branch above, or itself when it is a branch or the head office (R10-1).</summary>
    public Guid ManagingBranchId { get; set; }

    /// <summary>The tier-1 branch that it is or belongs to; null for the head office and what hangs under it directly.</summary>
    public Guid? Tier1BranchId { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Gives it a place name: its own when <paramref name="settled"/>, else 地名待定.</summary>
    public void CallPlace(string placeName, bool settled)
    {
        PlaceName = placeName;
        PlaceNameUnsettled = Level.IsBranch() && !settled;
    }
}

internal sealed class InstitutionConfig : IEntityTypeConfiguration<Institution>
{
    private const int KeyLength = 160;

    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable("Institutions");
        institution.Property(i => i.Code).HasMaxLength(Institution.CodeLength).IsUnicode(false);
        institution.HasIndex(i => i.Code).IsUnique();
        institution.Property(i => i.Name).HasMaxLength(Institution.NameLength);
        institution.HasIndex(i => i.Name);
        institution.Property(i => i.FullPlaceName).HasMaxLength(Institution.PlaceNameLength);
        institution.Property(i => i.PlaceName).HasMaxLength(Institution.PlaceNameLength);
        institution.Property(i => i.RegisterPlaceName).HasMaxLength(Institution.PlaceNameLength);
        institution.Property(i => i.PlaceNameKey).HasMaxLength(KeyLength).ComparedByBits();
        institution.Ignore(i => i.OwnsPlaceName);
        institution.HasIndex(i => i.PlaceNameKey).IsUnique();
        institution.HasIndex(i => i.PlaceNameUnsettled);
        institution.HasOne(i => i.Parent).WithMany().HasForeignKey(i => i.ParentId);
        institution.HasIndex(i => new { i.Level, i.Code });
        institution.HasIndex(i => i.ManagingBranchId);
        institution.HasIndex(i => i.Tier1BranchId);
    }
}
