using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Registration.Plans;

/// <summary>What kind of plan an application is made under (article 3).</summary>
internal enum PlanKind
{
    /// <summary>总行统一规划</summary>
    Unified = 1,

    /// <summary>分行建设规划</summary>
    Construction = 2,
}

/// <summary>规划: published by e-banking, in force from a day, until a day or until it is repealed.</summary>
internal sealed class Plan : IVersioned
{
    public const int TitleLength = 100;
    public const int DocumentNumberLength = 60;
    public const int SummaryLength = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public PlanKind Kind { get; init; }

    public Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public required string Title { get; init; }

    /// <summary>文号; empty when it has none.</summary>
    public string DocumentNumber { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>The first Beijing day on which it is in force.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>The last one; null when it has no end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>The first day on which it is no longer in force; null while it was not repealed.</summary>
    public DateOnly? RepealedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime PublishedAt { get; init; }

    public required string PublishedByName { get; init; }

    public int Version { get; set; } = 1;

    public bool IsInForce(DateOnly day) =>
        EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo) && (RepealedOn is null || day < RepealedOn);

    public void Repeal(DateOnly today)
    {
        if (RepealedOn is not null)
        {
            throw new InvalidOperationException("The plan was repealed already.");
        }
        RepealedOn = today;
    }
}

internal static class PlanWords
{
    public static string Chinese(this PlanKind kind) => kind == PlanKind.Unified ? "总行统一规划" : "分行建设规划";

    /// <summary>What an institution may name: the head office's plans, and a branch's own.</summary>
    public static IQueryable<Plan> NameableBy(this IQueryable<Plan> plans, Guid institutionId) =>
        plans.Where(p => p.Kind == PlanKind.Unified || p.InstitutionId == institutionId);

    public static IQueryable<Plan> InForce(this IQueryable<Plan> plans, DateOnly day) => plans.Where(p =>
        p.EffectiveFrom <= day && (p.EffectiveTo == null || p.EffectiveTo >= day) && (p.RepealedOn == null || p.RepealedOn > day));
}

internal sealed class PlanConfig : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("Plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.InstitutionName).HasMaxLength(100);
        plan.Property(p => p.Title).HasMaxLength(Plan.TitleLength);
        plan.Property(p => p.DocumentNumber).HasMaxLength(Plan.DocumentNumberLength);
        plan.Property(p => p.Summary).HasMaxLength(Plan.SummaryLength);
        plan.Property(p => p.PublishedByName).HasMaxLength(80);
        plan.HasIndex(p => new { p.Kind, p.EffectiveFrom });
        plan.HasIndex(p => p.InstitutionId);
    }
}
