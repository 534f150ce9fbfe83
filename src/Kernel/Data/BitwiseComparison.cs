using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// Text compared bit by bit: folded keys, which mean something else to a collation that knows of width and accents. SQLite
/// compares so by itself.
/// </summary>
public static class BitwiseComparison
{
    private const string Mark = "Gov:ComparedByBits";
    private const string SqlServerCollation = "Latin1_General_100_BIN2";

    public static PropertyBuilder<TProperty> ComparedByBits<TProperty>(this PropertyBuilder<TProperty> property) =>
        property.HasAnnotation(Mark, true);

    /// <summary>Turns the marks into the provider's collation.</summary>
    internal static void Apply(ModelBuilder model, bool isSqlServer)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.RemoveAnnotation(Mark) is not null))
        {
            if (isSqlServer)
            {
                property.SetCollation(SqlServerCollation);
            }
        }
    }
}
