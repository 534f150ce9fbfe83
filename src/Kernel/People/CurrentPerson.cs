using System.Globalization;
using System.Security.Claims;

namespace WeChatBankGov.Kernel.People;

/// <summary>
/// Who is asking: read from the signed-in principal only, never from the request. A client of the REST API is a
/// "person" without duties, with scopes; background work runs as <see cref="System"/>.
/// </summary>
public sealed record CurrentPerson
{
    public const string Cookie = "Identity.Application";

    public static CurrentPerson Anonymous { get; } = new() { Name = "未登录" };

    public static CurrentPerson System { get; } = new() { Name = "系统", IsSystem = true };

    public Guid Id { get; init; }

    public required string Name { get; init; }

    public Guid InstitutionId { get; init; }

    public string InstitutionName { get; init; } = "";

    public InstitutionLevel Level { get; init; }

    /// <summary>The nearest branch above, or the institution itself when it is a branch or the head office (R10-1).</summary>
    public Guid ManagingBranchId { get; init; }

    public DepartmentKind Department { get; init; }

    public Duties Duties { get; init; }

    /// <summary>What a client of the REST API was granted; empty for people.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = new HashSet<string>();

    /// <summary>The client's id when a script asks; null for people.</summary>
    public string? ClientId { get; init; }

    public bool IsSystem { get; init; }

    public bool IsSignedIn => Id != Guid.Empty || ClientId is not null;

    public bool IsClient => ClientId is not null;

    public bool AtHeadOffice => Level == InstitutionLevel.HeadOffice;

    public bool AtBranch => Level.IsBranch();

    public string DepartmentName => Level == 0 ? "" : Department.Chinese(Level);

    public bool Has(Duties duty) => (Duties & duty) != 0;

    public bool In(DepartmentKind department) => Id != Guid.Empty && Department == department;

    /// <summary>Somebody who reads everything: head-office e-banking, auditors, and clients (whose scopes say what).</summary>
    public bool SeesAllInstitutions =>
        IsSystem || IsClient || Has(Duties.Auditor) || (AtHeadOffice && In(DepartmentKind.EBanking));

    public IEnumerable<Claim> ToClaims()
    {
        yield return new(GovClaims.PersonName, Name);
        yield return new(GovClaims.Institution, InstitutionId.ToString());
        yield return new(GovClaims.InstitutionName, InstitutionName);
        yield return new(GovClaims.Level, Number((int)Level));
        yield return new(GovClaims.ManagingBranch, ManagingBranchId.ToString());
        yield return new(GovClaims.Department, Number((int)Department));
        yield return new(GovClaims.Duties, Number((int)Duties));
    }

    /// <summary>Reads the principal; <see cref="Anonymous"/> when nobody is signed in.</summary>
    public static CurrentPerson From(ClaimsPrincipal? user)
    {
        if (user?.Identity?.IsAuthenticated != true)
        {
            return Anonymous;
        }
        if (user.FindFirst(GovClaims.Client)?.Value is { } client)
        {
            var scopes = user.FindAll(GovClaims.Scope).SelectMany(c => c.Value.Split(' ')).ToHashSet();
            return new() { Name = "接口客户端 " + client, ClientId = client, Scopes = scopes };
        }
        if (!Guid.TryParse(user.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id)
            || user.FindFirst(GovClaims.PersonName)?.Value is not { } name)
        {
            return Anonymous;
        }
        return new()
        {
            Id = id,
            Name = name,
            InstitutionId = Guid.Parse(Value(user, GovClaims.Institution)),
            InstitutionName = Value(user, GovClaims.InstitutionName),
            Level = (InstitutionLevel)Int(user, GovClaims.Level),
            ManagingBranchId = Guid.Parse(Value(user, GovClaims.ManagingBranch)),
            Department = (DepartmentKind)Int(user, GovClaims.Department),
            Duties = (Duties)Int(user, GovClaims.Duties),
        };
    }

    private static string Value(ClaimsPrincipal user, string type) =>
        user.FindFirst(type)?.Value ?? throw new InvalidOperationException("The sign-in lacks the claim " + type);

    private static int Int(ClaimsPrincipal user, string type) => int.Parse(Value(user, type), CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The claims that a sign-in carries, so that a page needs no query to know who asks.</summary>
public static class GovClaims
{
    public const string PersonName = "gov:name";
    public const string Institution = "gov:institution";
    public const string InstitutionName = "gov:institution-name";
    public const string Level = "gov:level";
    public const string ManagingBranch = "gov:managing-branch";
    public const string Department = "gov:department";
    public const string Duties = "gov:duties";
    public const string Client = "gov:client";
    public const string Scope = "gov:scope";
}
