using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Registration.Applications;

internal sealed class RegistrationApplicationConfig :
    IEntityTypeConfiguration<RegistrationApplication>, IEntityTypeConfiguration<Contributor>,
    IEntityTypeConfiguration<ApplicationFile>, IEntityTypeConfiguration<ApplicationComment>
{
    public void Configure(EntityTypeBuilder<RegistrationApplication> application)
    {
        application.ToTable("RegistrationApplications");
        application.Property(a => a.Number).HasMaxLength(20).IsUnicode(false);
        application.HasIndex(a => a.Number);
        application.Property(a => a.NumberKey).HasMaxLength(32).IsUnicode(false);
        application.HasIndex(a => a.NumberKey).IsUnique();
        application.Property(a => a.InstitutionName).HasMaxLength(100);
        application.Property(a => a.OpenFields).HasMaxLength(1000).IsUnicode(false);
        application.Property(a => a.UpdatedByName).HasMaxLength(80);
        application.HasMany(a => a.Contributors).WithOne().HasForeignKey(c => c.ApplicationId);
        application.HasMany(a => a.Files).WithOne().HasForeignKey(f => f.ApplicationId);
        application.HasMany(a => a.Comments).WithOne().HasForeignKey(c => c.ApplicationId);
        application.Navigation(a => a.Contributors).HasField("_contributors");
        application.Navigation(a => a.Files).HasField("_files");
        application.Navigation(a => a.Comments).HasField("_comments");
        application.HasIndex(a => a.UpdatedAt);
        application.HasIndex(a => a.SubmittedOn);
        application.HasIndex(a => new { a.State, a.UpdatedAt });
        application.HasIndex(a => new { a.ManagingBranchId, a.UpdatedAt });
        application.HasIndex(a => new { a.Tier1BranchId, a.UpdatedAt });
        application.HasIndex(a => new { a.InstitutionId, a.UpdatedAt });
        application.Ignore(a => a.Title);
        application.ComplexProperty(a => a.Form, ConfigureForm);
    }

    private static void ConfigureForm(ComplexPropertyBuilder<ApplicationForm> form)
    {
        Text(form.Property(f => f.Name), nameof(ApplicationForm.Name), FormLengths.Name);
        Text(form.Property(f => f.WeChatId), nameof(ApplicationForm.WeChatId), FormLengths.WeChatId);
        Text(form.Property(f => f.Introduction), nameof(ApplicationForm.Introduction), FormLengths.Introduction);
        Text(form.Property(f => f.ViVersion), nameof(ApplicationForm.ViVersion), FormLengths.ViVersion);
        Text(form.Property(f => f.PurposeText), nameof(ApplicationForm.PurposeText), FormLengths.PurposeText);
        Text(form.Property(f => f.Justification), nameof(ApplicationForm.Justification), FormLengths.Justification);
        Text(form.Property(f => f.SubjectName), nameof(ApplicationForm.SubjectName), FormLengths.SubjectName);
        Text(form.Property(f => f.CreditCode), nameof(ApplicationForm.CreditCode), FormLengths.CreditCode);
        Text(form.Property(f => f.RegisteredAddress), nameof(ApplicationForm.RegisteredAddress), FormLengths.Address);
        Text(form.Property(f => f.OperatingAddress), nameof(ApplicationForm.OperatingAddress), FormLengths.Address);
        Text(form.Property(f => f.PublishingFrequency), nameof(ApplicationForm.PublishingFrequency), FormLengths.PublishingFrequency);
        Text(form.Property(f => f.OperatingPartner), nameof(ApplicationForm.OperatingPartner), FormLengths.SubjectName);
        form.Property(f => f.PlannedRegistrationDate).HasColumnName(nameof(ApplicationForm.PlannedRegistrationDate));
        form.Property(f => f.PlanId).HasColumnName(nameof(ApplicationForm.PlanId));
        form.Property(f => f.Purposes).HasColumnName(nameof(ApplicationForm.Purposes));
        form.Property(f => f.HostsTransactions).HasColumnName(nameof(ApplicationForm.HostsTransactions));
        form.Property(f => f.CollectsPersonalData).HasColumnName(nameof(ApplicationForm.CollectsPersonalData));
        form.Property(f => f.Undertaking).HasColumnName(nameof(ApplicationForm.Undertaking));
        Text(form.Property(f => f.UndertakingVersion), nameof(ApplicationForm.UndertakingVersion), FormLengths.UndertakingVersion);
        form.ComplexProperty(f => f.Sponsor, Officer(nameof(ApplicationForm.Sponsor)));
        form.ComplexProperty(f => f.Responsible, Officer(nameof(ApplicationForm.Responsible)));
        form.ComplexProperty(f => f.Administrator, Staff(nameof(ApplicationForm.Administrator)));
        form.ComplexProperty(f => f.BackupAdministrator, Staff(nameof(ApplicationForm.BackupAdministrator)));
        form.ComplexProperty(f => f.ContentReviewers, reviewers =>
        {
            Text(reviewers.Property(r => r.First), "ContentReviewerFirst", FormLengths.PersonName);
            Text(reviewers.Property(r => r.Second), "ContentReviewerSecond", FormLengths.PersonName);
            Text(reviewers.Property(r => r.Final), "ContentReviewerFinal", FormLengths.PersonName);
        });
        form.ComplexProperty(f => f.EmergencyContact, contact =>
        {
            Text(contact.Property(c => c.Name), "EmergencyContactName", FormLengths.PersonName);
            Text(contact.Property(c => c.Phone), "EmergencyContactPhone", FormLengths.Phone);
        });
    }

    private static Action<ComplexPropertyBuilder<OfficerContact>> Officer(string prefix) => officer =>
    {
        Text(officer.Property(o => o.Name), prefix + "Name", FormLengths.PersonName);
        Text(officer.Property(o => o.Position), prefix + "Position", FormLengths.Position);
        Text(officer.Property(o => o.Phone), prefix + "Phone", FormLengths.Phone);
    };

    private static Action<ComplexPropertyBuilder<StaffContact>> Staff(string prefix) => staff =>
    {
        Text(staff.Property(s => s.Name), prefix + "Name", FormLengths.PersonName);
        Text(staff.Property(s => s.EmployeeNumber), prefix + "EmployeeNumber", FormLengths.EmployeeNumber);
        Text(staff.Property(s => s.Mobile), prefix + "Mobile", FormLengths.Phone);
    };

    private static void Text(ComplexTypePropertyBuilder<string?> property, string column, int length) =>
        property.HasColumnName(column).HasMaxLength(length);

    public void Configure(EntityTypeBuilder<Contributor> contributor)
    {
        contributor.ToTable("ApplicationContributors");
        contributor.HasKey(c => new { c.ApplicationId, c.PersonId });
        contributor.Property(c => c.PersonName).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<ApplicationFile> file)
    {
        file.ToTable("ApplicationFiles");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.FileName).HasMaxLength(160);
        file.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        file.Property(f => f.ContentType).HasMaxLength(60).IsUnicode(false);
        file.HasIndex(f => f.Sha256);
        file.Ignore(f => f.IsImage);
        file.Ignore(f => f.Href);
    }

    public void Configure(EntityTypeBuilder<ApplicationComment> comment)
    {
        comment.ToTable("ApplicationComments");
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.Field).HasMaxLength(60).IsUnicode(false);
        comment.Property(c => c.Text).HasMaxLength(500);
        comment.Property(c => c.By).HasMaxLength(200);
    }
}
