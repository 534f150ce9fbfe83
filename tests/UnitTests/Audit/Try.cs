using MediatR;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.UnitTests.Audit;

/// <summary>A use case that ends as it is told: what the audit trail makes of it is tested.</summary>
internal static class Try
{
    /// <param name="Detail">What changed.</param>
    /// <param name="Refused">The rules that refuse it; none: it succeeds.</param>
    [Permission(CommonPermissions.Anyone)]
    [AuditedAs("试办")]
    internal sealed record Command(string Detail, params string[] Refused) : ICommand<Unit>
    {
        public Guid? SubjectId { get; init; }

        public string[] Advised { get; init; } = [];

        public bool Breaks { get; init; }
    }

    internal sealed class Handler(AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            await Task.Yield();
            audit.Detail = command.Detail;
            audit.SubjectId = command.SubjectId;
            if (command.Breaks) throw new InvalidOperationException("Broken.");
            var check = Rules.Check(
                command.Refused.Select(code => new Breach(code, 6, null, $"不符合 {code}。")),
                command.Advised.Select(code => new Breach(code, 6, null, $"请注意 {code}。") { IsAdvice = true }));
            return check.Any ? check : Outcome.Done;
        }
    }
}
