using MediatR;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Web.Start;

/// <summary>A command or query without a declared, known permission does not start the host.</summary>
internal static class PermissionGuard
{
    public static void Check(IServiceProvider services)
    {
        var permissions = services.GetRequiredService<PermissionCatalogue>();
        var requests = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name?.StartsWith("WeChatBankGov.", StringComparison.Ordinal) == true)
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IBaseRequest)));
        foreach (var request in requests)
        {
            _ = permissions.Of(request);
        }
    }
}
