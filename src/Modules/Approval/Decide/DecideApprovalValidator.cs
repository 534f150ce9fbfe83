using FluentValidation;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval.Decide;

internal sealed class DecideApprovalValidator : AbstractValidator<DecideApproval.Command>
{
    public DecideApprovalValidator()
    {
        RuleFor(c => c.Verdict).IsInEnum().WithMessage("请选择同意、退回或不同意。");
        RuleFor(c => c.Opinion).MaximumLength(DecideApproval.OpinionLength)
            .WithMessage($"审批意见最多 {DecideApproval.OpinionLength} 个字。")
            .Custom((opinion, context) => Readable(opinion, "审批意见", context.AddFailure));
        RuleFor(c => c.Opinion).NotEmpty().When(c => c.Verdict == Verdict.Reject)
            .WithMessage("不同意须写明理由，申请机构凭此了解原因。");
        RuleFor(c => c.Opinion).NotEmpty().When(c => c.Verdict == Verdict.Return && c.Comments is not { Count: > 0 })
            .WithMessage("退回须指出要修改的地方：请在有关栏目写明修改意见，或填写总体意见。");
        RuleFor(c => c.Comments).Must(comments => comments is not { Count: > 0 }).When(c => c.Verdict != Verdict.Return)
            .WithMessage("逐栏修改意见只用于退回；同意或不同意时请写在审批意见中。");
        RuleFor(c => c.Comments).Must(comments => comments is not { Count: > DecideApproval.MostComments })
            .WithMessage($"逐栏修改意见最多 {DecideApproval.MostComments} 条。");
        RuleForEach(c => c.Comments).NotNull().WithMessage("修改意见不能为空。").ChildRules(comment =>
        {
            comment.RuleFor(c => c.Field).NotEmpty().WithMessage("请指明修改意见针对的栏目。")
                .MaximumLength(DecideApproval.FieldLength).WithMessage($"栏目名最多 {DecideApproval.FieldLength} 个字符。")
                .Matches(@"^[\x21-\x7e]*$").WithMessage("栏目名请按接口说明用英文填写。");
            comment.RuleFor(c => c.Comment).NotEmpty().WithMessage("请写明要怎样修改。")
                .MaximumLength(DecideApproval.CommentLength).WithMessage($"每条修改意见最多 {DecideApproval.CommentLength} 个字。")
                .Custom((text, context) => Readable(text, "修改意见", context.AddFailure));
        });
    }

    private static void Readable(string? text, string name, Action<string> fail)
    {
        if (text is not null && PlainText.Problem(text, lineBreaks: true, strict: false) is { } problem)
        {
            fail($"{name}{problem}。");
        }
    }
}
