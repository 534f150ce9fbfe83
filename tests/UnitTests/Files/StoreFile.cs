using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.UnitTests.Files;

/// <summary>A use case that only takes a file in, run through the real pipeline.</summary>
internal static class StoreFile
{
    [Permission(CommonPermissions.Anyone)]
    [AuditedAs("上传文件")]
    internal sealed record Command(Stream Content, string FileName, FileRule Rule) : ICommand<AcceptedFile>
    {
        /// <summary>Runs between judging and saving: where somebody else may be quicker.</summary>
        public Func<Task> BeforeSaving { get; init; } = () => Task.CompletedTask;
    }

    internal sealed class Handler(FileIntake intake) : ICommandHandler<Command, AcceptedFile>
    {
        public async Task<Outcome<AcceptedFile>> Handle(Command command, CancellationToken cancellationToken)
        {
            var accepted = await intake.Accept(command.Content, command.FileName, command.Rule, "avatar", cancellationToken);
            await command.BeforeSaving();
            return accepted;
        }
    }
}
