using System.Collections.Concurrent;
using MediatR;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.UnitTests.Approval;

/// <summary>A feature that knows Approval and Review by their contracts only, and remembers what it was told.</summary>
internal sealed class FakeFeature
{
    public const string Kind = "test.subject";

    public ConcurrentQueue<Decided> Decisions { get; } = [];

    public ConcurrentQueue<VisualIdentityReviewed> Judgements { get; } = [];

    /// <summary>What it has against the next decision.</summary>
    public List<Breach> Objections { get; } = [];

    /// <summary>What happens, once, while somebody decides or judges: after they have read the record and before they save.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Who sees its subjects.</summary>
    public HashSet<Guid> Readers { get; } = [Staff.Handler.Id];

    /// <summary>Passes a subject that conforms on to the head office, as the registration does.</summary>
    public bool GoesOnToApproval { get; set; }

    public Task LetOthersAct()
    {
        var act = Meanwhile;
        Meanwhile = null;
        return act?.Invoke() ?? Task.CompletedTask;
    }

    public static ApprovalRequest ApprovalOf(Guid subject, string title = "ZC-2026-000001 中国ⅩⅩ银行浙江分行") =>
        new(Kind, subject, title, Staff.Zhejiang.Id, Staff.Zhejiang.Name, $"/test/{subject}", [Staff.Handler.Id]);

    public static ReviewRequest ReviewOf(Guid subject, Institution applicant, AccountForm form) => new(
        Kind, subject, "ZC-2026-000001 中国ⅩⅩ银行浙江分行", form, applicant.Id, applicant.Name, applicant.Level,
        applicant.ManagingBranchId, applicant.Tier1BranchId, "2014版",
        [
            new(IdentityElement.Avatar, "", [new("头像.png", "/files/1", true)], true),
            new(IdentityElement.Name, "中国ⅩⅩ银行浙江分行", [], true),
            new(IdentityElement.ServicePageDesign, "", [new("首页.png", "/files/2", true), new("说明.pdf", "/files/3", false)], false),
        ],
        [Staff.Handler.Id]);
}

/// <summary>Opens, and withdraws, on behalf of the fake feature.</summary>
internal static class OpenSubject
{
    [Permission(CommonPermissions.SignedIn)]
    internal sealed record Command(Guid Subject, Institution? ReviewedFor, AccountForm Form, bool Withdraw = false) : ICommand<Guid>;

    internal sealed class Handler(IApprovals? approvals = null, IReviews? reviews = null) : ICommandHandler<Command, Guid>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Withdraw)
            {
                await approvals!.Cancel(request.Subject, cancellationToken);
                await reviews!.Cancel(request.Subject, cancellationToken);
                return request.Subject;
            }
            return request.ReviewedFor is { } applicant
                ? await reviews!.Open(FakeFeature.ReviewOf(request.Subject, applicant, request.Form), cancellationToken)
                : await approvals!.Open(FakeFeature.ApprovalOf(request.Subject), cancellationToken);
        }
    }
}

internal sealed class FakeVisibility(FakeFeature feature, CurrentPerson me) : ISubjectVisibility
{
    public string SubjectKind => FakeFeature.Kind;

    public Task<bool> IsVisible(Guid subjectId, CancellationToken cancel) => Task.FromResult(feature.Readers.Contains(me.Id));

    public string HrefOf(Guid subjectId) => $"/subjects/{subjectId}";
}

/// <summary>Houses without the fake feature hear the same news: there it is null.</summary>
internal sealed class FakeListener(FakeFeature? feature = null, IApprovals? approvals = null)
    : INotificationHandler<Deciding>, INotificationHandler<Decided>, INotificationHandler<VisualIdentityReviewed>
{
    public Task Handle(Deciding notification, CancellationToken cancellationToken)
    {
        feature?.Objections.ForEach(notification.Breaches.Add);
        return feature?.LetOthersAct() ?? Task.CompletedTask;
    }

    public Task Handle(Decided notification, CancellationToken cancellationToken)
    {
        feature?.Decisions.Enqueue(notification);
        return Task.CompletedTask;
    }

    public async Task Handle(VisualIdentityReviewed notification, CancellationToken cancellationToken)
    {
        feature?.Judgements.Enqueue(notification);
        await (feature?.LetOthersAct() ?? Task.CompletedTask);
        if (feature?.GoesOnToApproval == true && notification.Passed)
        {
            await approvals!.Open(FakeFeature.ApprovalOf(notification.SubjectId), cancellationToken);
        }
    }
}
