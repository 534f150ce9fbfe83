using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation;

/// <summary>Somebody who signs in. The user name is the employee number.</summary>
internal sealed class Person : IdentityUser<Guid>
{
    public required string Name { get; set; }

    public required Guid InstitutionId { get; set; }

    public Institution? Institution { get; init; }

    public required DepartmentKind Department { get; set; }

    public required Duties Duties { get; set; }

    /// <summary>False once the person has left or been suspended: no sign-in, and open ones end at the next check.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>True while the password is the one that an administrator handed over: the first thing is to choose another.</summary>
    public bool PasswordIsOneTime { get; set; }

    /// <summary>
    /// Called by every change: the stamp tells two administrators at once apart. The store of the sign-in does it by itself.
    /// </summary>
    public void Touch() => ConcurrencyStamp = Guid.NewGuid().ToString("N");

    /// <summary>Ends the open sign-ins at their next check, because what they say of the person is no longer true.</summary>
    public void EndSignIns()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        Touch();
    }

    /// <summary>What the pipeline and the pages know of the person.</summary>
    public CurrentPerson AsCurrent(Institution institution) => new()
    {
        Id = Id,
        Name = Name,
        InstitutionId = institution.Id,
        InstitutionName = institution.Name,
        Level = institution.Level,
        ManagingBranchId = institution.ManagingBranchId,
        Department = Department,
        Duties = Duties,
    };
}

internal sealed class PersonConfig : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(40);
        person.Property(p => p.UserName).HasMaxLength(20);
        person.Property(p => p.NormalizedUserName).HasMaxLength(20).IsRequired();
        person.HasIndex(p => p.NormalizedUserName).IsUnique();
        person.Property(p => p.PasswordHash).HasMaxLength(256).IsUnicode(false);
        person.Property(p => p.SecurityStamp).HasMaxLength(64).IsUnicode(false);
        person.Property(p => p.ConcurrencyStamp).HasMaxLength(64).IsUnicode(false).IsConcurrencyToken();
        person.Property(p => p.Email).HasMaxLength(100);
        person.Property(p => p.NormalizedEmail).HasMaxLength(100);
        person.Property(p => p.PhoneNumber).HasMaxLength(20);
        person.HasOne(p => p.Institution).WithMany().HasForeignKey(p => p.InstitutionId);
        person.HasIndex(p => new { p.InstitutionId, p.Department });
    }
}
