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
}
