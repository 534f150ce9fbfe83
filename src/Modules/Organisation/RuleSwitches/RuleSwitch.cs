using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Organisation.RuleSwitches;

/// <summary>A rule that is switched off; switching it on again removes the row. What was before stands in the audit trail.</summary>
internal sealed class RuleSwitch
{
    /// <summary>The rule's code.</summary>
    public required string Code { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OffSince { get; init; }

    public required Guid OffById { get; init; }

    public required string OffByName { get; init; }

    public required string Reason { get; init; }
}

internal sealed class RuleSwitchConfig : IEntityTypeConfiguration<RuleSwitch>
{
    public const int CodeLength = 12;
    public const int ReasonLength = 400;

    public void Configure(EntityTypeBuilder<RuleSwitch> rule)
    {
        rule.ToTable("RuleSwitches");
        rule.HasKey(r => r.Code);
        rule.Property(r => r.Code).HasMaxLength(CodeLength).IsUnicode(false);
        rule.Property(r => r.OffByName).HasMaxLength(80);
        rule.Property(r => r.Reason).HasMaxLength(ReasonLength);
    }
}
