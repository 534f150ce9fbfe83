using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.ArchitectureTests;

public sealed class RequestTests
{
    private static readonly List<Type> Requests =
        [.. House.Types.Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IBaseRequest)))];

    [Fact]
    public void Requests_are_found_and_each_is_a_command_or_a_query()
    {
        Requests.ShouldNotBeEmpty();
        Requests.Where(r => IsCommand(r) == IsQuery(r)).Select(r => r.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_exactly_one_handler_and_the_host_knows_it()
    {
        var handlers = House.Types.Where(t => !t.IsAbstract).SelectMany(HandlerInterfaces).ToLookup(i => i.GetGenericArguments()[0]);
        Requests.Where(r => handlers[r].Count() != 1).Select(r => $"{r.FullName}: {handlers[r].Count()} handlers").ShouldBeEmpty();
        var known = House.App.Services.GetRequiredService<IServiceProviderIsService>();
        Requests.Where(r => !known.IsService(handlers[r].Single())).Select(r => r.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_asks_for_a_permission_that_exists()
    {
        var names = House.App.Services.GetRequiredService<PermissionCatalogue>().All.Select(p => p.Name).ToHashSet();
        Requests.Where(r => r.GetCustomAttribute<PermissionAttribute>() is not { } asked || !names.Contains(asked.Name))
            .Select(r => r.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_is_asked_for_by_some_request()
    {
        var asked = Requests.Select(r => r.GetCustomAttribute<PermissionAttribute>()?.Name).ToHashSet();
        House.App.Services.GetRequiredService<PermissionCatalogue>().All.Select(p => p.Name).Where(name => !asked.Contains(name))
            .ShouldBeEmpty("A permission that opens nothing.");
    }

    [Fact]
    public void Every_command_has_its_Chinese_name_in_the_audit_trail() =>
        Requests.Where(IsCommand)
            .Where(c => c.GetCustomAttribute<AuditedAsAttribute>() is not { } audited || !audited.Title.Any(ch => ch >= '\u4e00'))
            .Select(c => c.FullName).ShouldBeEmpty("Commands without [AuditedAs].");

    private static bool IsCommand(Type request) => request.IsAssignableTo(typeof(ICommand));

    private static bool IsQuery(Type request) =>
        request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    private static IEnumerable<Type> HandlerInterfaces(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));
}
