using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Review;

/// <summary>The department that article 9 makes responsible for a review, and by which of its rules.</summary>
/// <param name="Rule">R09-1, R09-2 or R09-3.</param>
/// <param name="InstitutionId">Whose department.</param>
/// <param name="Department">The department.</param>
internal sealed record ReviewAssignment(string Rule, Guid InstitutionId, DepartmentKind Department)
{
    public bool IsFor(CurrentPerson person) =>
        person.In(Department) && person.InstitutionId == InstitutionId && person.Has(Duties.Reviewer);
}
