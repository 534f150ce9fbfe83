using System.Collections.Concurrent;
using System.Reflection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>Names the permission that a command or query asks for. A request without one does not start the host.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Who may do something, and what the others are told.</summary>
/// <param name="Name">As in <see cref="PermissionAttribute"/>: <c>registration.apply</c>.</param>
/// <param name="Title">In Chinese, for screens and the matrix in the documentation.</param>
/// <param name="Grants">Whether a person has it by department and duties.</param>
/// <param name="Refusal">The breach that the others read; its code names the rule of authority.</param>
public sealed record Permission(string Name, string Title, Func<CurrentPerson, bool> Grants, Breach Refusal)
{
    /// <summary>The OAuth scope by which a client has it too; null for what clients never do.</summary>
    public string? Scope { get; init; }

    public bool IsGrantedTo(CurrentPerson person) =>
        person.IsSystem || (person.IsClient ? Scope is not null && person.Scopes.Contains(Scope) : Grants(person));
}

/// <summary>Permissions that belong to no module.</summary>
public static class CommonPermissions
{
    /// <summary>Every person who has signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Everybody, signed in or not: the sign-in itself.</summary>
    public const string Anyone = "anyone";

    internal static Permission[] All { get; } =
    [
        new(SignedIn, "已登录用户", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")),
        new(Anyone, "任何人", _ => true, Breach.OfShape(null, "")),
    ];
}

/// <summary>All permissions of all modules. Fails at start when a request names none or one that does not exist.</summary>
public sealed class PermissionCatalogue
{
    private readonly Dictionary<string, Permission> _byName;
    private readonly ConcurrentDictionary<Type, Permission> _byRequest = [];

    public PermissionCatalogue(IEnumerable<Permission> permissions) => _byName = permissions.ToDictionary(p => p.Name);

    public IEnumerable<Permission> All => _byName.Values;

    public Permission this[string name] => _byName[name];

    public Permission Of(Type request) => _byRequest.GetOrAdd(request, Declared);

    private Permission Declared(Type request) =>
        request.GetCustomAttribute<PermissionAttribute>() is not { } declared
            ? throw new InvalidOperationException($"{request.FullName} declares no permission.")
            : _byName.TryGetValue(declared.Name, out var permission)
                ? permission
                : throw new InvalidOperationException($"{request.FullName} asks for the unknown permission {declared.Name}.");
}
