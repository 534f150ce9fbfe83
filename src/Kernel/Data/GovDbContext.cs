using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.Kernel.Data;

/// <summary>A module's part of the one schema. Registered by the module; found by <see cref="GovDbContext"/>.</summary>
public interface IModelContribution
{
    void Configure(ModelBuilder model);
}

/// <summary>The one database of the house. Modules reach their sets by <c>db.Set&lt;T&gt;()</c>.</summary>
public sealed class GovDbContext(DbContextOptions<GovDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>How many wait for the next request. On SQLite each keeps a connection and its page cache, so that a rush must not leave hundreds.</summary>
    internal const int MostPooled = 32;

    private bool _atGate;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private IServiceProvider Application =>
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
        ?? throw new InvalidOperationException("GovDbContext lives in the host only.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GovDbContext).Assembly);
        foreach (var contribution in Application.GetServices<IModelContribution>())
        {
            contribution.Configure(modelBuilder);
        }
        HouseConventions.Apply(modelBuilder);
        BitwiseComparison.Apply(modelBuilder, Database.IsSqlServer());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        HouseConventions.Apply(configurationBuilder);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareChanges();
        using (_atGate ? default : await Gate.Enter(cancellationToken))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareChanges();
        using (_atGate ? default : Gate.Enter())
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
    }

    /// <summary>
    /// Runs a statement that writes at once (<c>ExecuteUpdate</c>, <c>ExecuteDelete</c>), or a transaction of several, without
    /// meeting another writer. <c>SaveChanges</c> of this context inside it does not wait for itself.
    /// </summary>
    public async Task<T> WriteAtOnce<T>(Func<Task<T>> statement, CancellationToken cancel)
    {
        using (await Gate.Enter(cancel))
        {
            _atGate = true;
            try
            {
                return await statement();
            }
            finally
            {
                _atGate = false;
            }
        }
    }

    private WriteGate Gate => Application.GetRequiredService<WriteGate>();

    private void PrepareChanges()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.Entity is AuditEntry or AuditEntryCode or AuditSeal && entry.State is (EntityState.Modified or EntityState.Deleted))
            {
                throw new InvalidOperationException("The audit trail is appended to, never changed.");
            }
            if (entry.State == EntityState.Modified && entry.Entity is IVersioned versioned
                && !entry.Property(nameof(IVersioned.Version)).IsModified)
            {
                versioned.Version++;
            }
        }
    }
}

/// <summary>
/// An aggregate whose version counts its changes; a form or script sends back the one it saw. One that only its parts change
/// counts itself, every other is counted when it is saved.
/// </summary>
public interface IVersioned
{
    /// <summary>1 when created; one more with every change that is saved.</summary>
    int Version { get; set; }
}
