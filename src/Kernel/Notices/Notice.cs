using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>News for one person, or for those of one department of an institution who hold a duty.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; }

    /// <summary>What the notice is about, once: whoever posts the same key again posts nothing.</summary>
    public required string Key { get; init; }

    /// <summary>Null when it is for a department.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Null when it is for a person, as the next two are.</summary>
    public Guid? InstitutionId { get; init; }

    public DepartmentKind? Department { get; init; }

    /// <summary>One of these duties is needed; <see cref="Duties.None"/>: everybody of the department.</summary>
    public Duties Duty { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty when the title says it all.</summary>
    public required string Text { get; init; }

    /// <summary>The page of this portal on which to go on.</summary>
    public required string Href { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

/// <summary>That a person has read a notice; each of a department reads for themselves.</summary>
internal sealed class NoticeRead
{
    public Guid NoticeId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

internal sealed class NoticeConfig : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeRead>
{
    public const int KeyLength = 120;
    public const int TitleLength = 120;
    public const int TextLength = 1000;
    public const int HrefLength = 300;

    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices");
        notice.Property(n => n.Key).HasColumnName("NoticeKey").HasMaxLength(KeyLength).IsUnicode(false);
        notice.HasIndex(n => n.Key).IsUnique();
        notice.Property(n => n.Title).HasMaxLength(TitleLength);
        notice.Property(n => n.Text).HasMaxLength(TextLength);
        notice.Property(n => n.Href).HasMaxLength(HrefLength);
        notice.HasIndex(n => new { n.PersonId, n.At });
        notice.HasIndex(n => new { n.InstitutionId, n.Department, n.At });
    }

    public void Configure(EntityTypeBuilder<NoticeRead> read)
    {
        read.ToTable("NoticeReads");
        read.HasKey(r => new { r.PersonId, r.NoticeId });
        read.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId);
    }
}
