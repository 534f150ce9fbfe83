using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Precheck;

/// <summary>预检: would it pass? Lists every breach with article and remedy, and files nothing.</summary>
internal static class PrecheckApplication
{
    [Permission(RegistrationPermissions.Apply)]
    internal sealed record Query(Guid ApplicationId) : IQuery<Result>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <param name="WouldPass">Whether a submission at this moment would be accepted.</param>
    /// <param name="Breaches">Every reason against it, and advice.</param>
    internal sealed record Result(bool WouldPass, IReadOnlyList<ProblemBreach> Breaches)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public IReadOnlyList<Breach> Findings { get; init; } = [];
    }

    internal sealed class Handler(ApplicantAccess access, SubmissionCheck rules) : IQueryHandler<Query, Result>
    {
        public async Task<Outcome<Result>> Handle(Query query, CancellationToken cancellationToken)
        {
            var loaded = await access.ToHandle(query.ApplicationId, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            var check = await rules.ForSubmission(application, cancellationToken);
            return new Result(!check.Any, [.. check.Findings.Select(Problems.Of)]) { Findings = check.Findings };
        }
    }
}
