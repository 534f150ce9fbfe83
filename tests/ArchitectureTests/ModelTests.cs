using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.ArchitectureTests;

public sealed class ModelTests
{
    [Fact]
    public void Every_text_column_of_ours_has_a_length()
    {
        using var scope = House.App.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<GovDbContext>().Model;
        var texts = model.GetEntityTypes().Where(HouseConventions.IsOurs).SelectMany(e => e.GetProperties())
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string)).ToList();
        texts.ShouldNotBeEmpty();
        texts.Where(p => p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}").ShouldBeEmpty();
    }

    /// <summary>Entity Framework filters the unique index of a nullable column on SQL Server by itself (decision 0002).</summary>
    [Fact]
    public void No_index_is_filtered_on_SQL_Server()
    {
        using var scope = House.AppOnSqlServer.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        database.Database.ProviderName.ShouldBe("Microsoft.EntityFrameworkCore.SqlServer");
        var indexes = database.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(e => e.GetIndexes()).ToList();
        indexes.Count(i => i.IsUnique).ShouldBeGreaterThan(10);
        indexes.Where(i => i.GetFilter() is not null).Select(i => i.DisplayName()).ShouldBeEmpty();
    }

    /// <summary>
    /// SQLite compares these by functions of Entity Framework, which our connections do not register (decision 0016).
    /// <c>LockoutEnd</c> is Identity's own; nothing compares it in a statement.
    /// </summary>
    [Fact]
    public void No_column_needs_a_function_on_SQLite()
    {
        using var scope = House.App.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<GovDbContext>().Model;
        Type[] needy = [typeof(decimal), typeof(ulong), typeof(TimeSpan), typeof(DateTimeOffset)];
        model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => needy.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}").ShouldBe(["Person.LockoutEnd"]);
    }
}
