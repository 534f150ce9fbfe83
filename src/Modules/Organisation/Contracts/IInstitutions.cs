using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Contracts;

/// <summary>What other modules know of an institution.</summary>
/// <param name="Id">The key.</param>
/// <param name="Code">The register's code.</param>
/// <param name="Level">One of the five of article 8.</param>
/// <param name="Name">浙江省分行</param>
/// <param name="PlaceName">浙江: what a branch's account is named by; empty for the head office.</param>
/// <param name="PlaceNameUnsettled">地名待定: see R06-2.</param>
/// <param name="ManagingBranchId">The nearest branch above, or itself when it is one or the head office.</param>
/// <param name="Tier1BranchId">The tier-1 branch it is or belongs to; null above and beside them.</param>
public sealed record InstitutionInfo(
    Guid Id, string Code, InstitutionLevel Level, string Name, string PlaceName, bool PlaceNameUnsettled,
    Guid ManagingBranchId, Guid? Tier1BranchId);

/// <summary>What an institution is called. Not a positional record: a query can look through these properties.</summary>
public sealed class InstitutionName
{
    public Guid Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>The register of institutions, for modules above.</summary>
public interface IInstitutions
{
    /// <summary>Null when there is no such institution.</summary>
    Task<InstitutionInfo?> Find(Guid id, CancellationToken cancel);

    /// <summary>The head office. Throws when the register is empty.</summary>
    Task<InstitutionInfo> HeadOffice(CancellationToken cancel);

    /// <summary>Whether the register holds nothing yet: a new portal before its first import.</summary>
    Task<bool> IsEmpty(CancellationToken cancel);

    /// <summary>The whole register by its codes, tens of thousands of them: for work over many rows, not for one page.</summary>
    Task<IReadOnlyDictionary<string, InstitutionInfo>> ByCode(CancellationToken cancel);

    /// <summary>The register as a query, to be joined in a statement of the caller's own.</summary>
    IQueryable<InstitutionName> Names { get; }

    /// <summary>All tier-1 and tier-2 branches, in the order of their codes.</summary>
    Task<IReadOnlyList<InstitutionInfo>> Branches(CancellationToken cancel);

    /// <summary>What stands for each of them in its account's unified name (article 6), without an order.</summary>
    Task<IReadOnlyList<string>> BranchPlaces(CancellationToken cancel);
}
