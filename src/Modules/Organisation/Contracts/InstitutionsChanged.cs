using MediatR;

namespace WeChatBankGov.Organisation.Contracts;

/// <summary>
/// An import is about to change institutions, in the same <c>SaveChanges</c> as what the listeners change. Who keeps a copy of an
/// institution's name, level or branches follows it.
/// </summary>
/// <param name="Institutions">Those whose name, level, managing branch or tier-1 branch changes, as they will be.</param>
public sealed record InstitutionsChanged(IReadOnlyList<ChangedInstitution> Institutions) : INotification;

/// <summary>An institution as it will be.</summary>
/// <param name="Now">The register's entry.</param>
/// <param name="ManagingBranchName">The name of its managing branch, which may be as new as the change.</param>
public sealed record ChangedInstitution(InstitutionInfo Now, string ManagingBranchName);
