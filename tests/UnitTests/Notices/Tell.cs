using MediatR;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.UnitTests.Notices;

/// <summary>A use case that only posts a notice, run through the real pipeline.</summary>
internal static class Tell
{
    [Permission(CommonPermissions.Anyone)]
    [AuditedAs("发通知")]
    internal sealed record Command(params NewNotice[] Notices) : ICommand<Unit>;

    internal sealed class Handler(INotices notices) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            foreach (var notice in command.Notices)
            {
                await notices.Post(notice, cancellationToken);
            }
            return Outcome.Done;
        }
    }
}
