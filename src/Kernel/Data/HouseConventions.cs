using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// What holds for every table, on both providers: sequential Guid keys, UTC times to the millisecond, no cascading
/// deletes (SQL Server's error 1785), an application-managed version.
/// </summary>
internal static class HouseConventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
        configuration.Properties<DateTime?>().HaveConversion<UtcConverter>().HavePrecision(3);
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (IsOurs(entity) && entity.FindPrimaryKey() is { Properties: [{ ClrType: var type } key] } && type == typeof(Guid)
                && key.GetContainingForeignKeys().All(f => f.PrincipalEntityType == entity) && !SaysNeverGenerated(key))
            {
                key.SetValueGeneratorFactory((_, _) => new SequentialGuidValueGenerator());
                key.ValueGenerated = ValueGenerated.OnAdd;
            }
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
            foreach (var foreignKey in entity.GetForeignKeys().Where(f => !f.IsOwnership))
            {
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    /// <summary>An entity that makes its own keys says so: added to a tracked parent it would be taken for an old one otherwise.</summary>
    private static bool SaysNeverGenerated(IMutableProperty key) =>
        key.ValueGenerated == ValueGenerated.Never
        && ((IConventionProperty)key).GetValueGeneratedConfigurationSource() == ConfigurationSource.Explicit;

    internal static bool IsOurs(IReadOnlyEntityType entity) =>
        entity.ClrType.Namespace?.StartsWith("WeChatBankGov", StringComparison.Ordinal) == true;

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
