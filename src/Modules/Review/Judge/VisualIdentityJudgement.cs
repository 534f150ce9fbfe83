using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Judge;

/// <summary>形象设计审核: what is validated, and what a judgement does. Articles 4 and 9.</summary>
internal static class VisualIdentityJudgement
{
    internal sealed class Validator : AbstractValidator<JudgeVisualIdentity.Command>
    {
        public Validator()
        {
            RuleFor(c => c.Opinion).MaximumLength(JudgeVisualIdentity.OpinionLength).WithMessage($"总体意见最多 {JudgeVisualIdentity.OpinionLength} 个字。")
                .Custom((text, context) => Readable(text, "总体意见", context.AddFailure));
            RuleFor(c => c.Elements).Must(elements => elements is null || elements.OfType<ElementJudgement>()
                .Select(e => e.Element).Distinct().Count() == elements.Count).WithMessage("每项形象要素只能有一个审核结论。");
            RuleForEach(c => c.Elements).NotNull().WithMessage("审核结论不能为空。").ChildRules(judgement =>
            {
                judgement.RuleFor(j => j.Element).IsInEnum().WithMessage("形象要素只有头像、名称、服务页面UI设计三项。");
                judgement.RuleFor(j => j.Reason).MaximumLength(JudgeVisualIdentity.ReasonLength).WithMessage($"不符合的理由最多 {JudgeVisualIdentity.ReasonLength} 个字。")
                    .Custom((text, context) => Readable(text, "理由", context.AddFailure));
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

    internal sealed class Handler(
        GovDbContext db, CurrentPerson me, TimeProvider clock, IPublisher publisher, IWorkItems workItems, ITimeline timeline,
        ReviewVisibility visibility, AuditDraft audit) : ICommandHandler<JudgeVisualIdentity.Command, JudgeVisualIdentity.Result>
    {
        public async Task<Outcome<JudgeVisualIdentity.Result>> Handle(JudgeVisualIdentity.Command command, CancellationToken cancellationToken)
        {
            var review = await db.Set<VisualIdentityReview>().Include(r => r.Elements).Include(r => r.Contributors)
                .SingleOrDefaultAsync(r => r.Id == command.ReviewId, cancellationToken);
            if (review is null || !await visibility.IsVisible(review, cancellationToken))
            {
                return Outcome.NotFound;
            }
            audit.SubjectId = review.SubjectId;
            audit.Detail = review.Title;

            var judgements = command.Elements ?? [];
            var authority = Rules.Check(
                ReviewRules.MayReview(me, review.Assignment, review.InstitutionName),       // 第九条
                FourEyes.Check(me.Id, review.ContributorIds, "审核"));                      // 第七条
            if (authority.Any)
            {
                return new Refusal(RefusalKind.Forbidden, authority.Breaches);
            }
            if (!review.IsPending)
            {
                return review.TooLate();
            }
            if (review.Version != command.Version)
            {
                return Outcome.Stale(review.Version);
            }
            var breaches = Rules.Check(ReviewRules.JudgedOneByOne(judgements));             // 第四条
            if (breaches.Any)
            {
                return breaches;
            }
            await Judge(review, judgements, command.Opinion?.Trim() ?? "", cancellationToken);
            return new JudgeVisualIdentity.Result(review.Id, review.SubjectId, review.State == ReviewState.Passed);
        }

        private async Task Judge(
            VisualIdentityReview review, IReadOnlyList<ElementJudgement> judgements, string opinion, CancellationToken cancel)
        {
            var now = clock.UtcNow();
            var verdicts = judgements
                .Select(j => new ElementVerdict(j.Element, j.Conforms == true, j.Conforms == true ? "" : j.Reason!.Trim())).ToList();
            review.Judge(verdicts, opinion, me, now);
            var passed = review.State == ReviewState.Passed;
            await workItems.Close(review.SubjectId, Reviews.WorkItemKind, review.State.Chinese(), cancel);
            timeline.Add(review.SubjectId, "形象设计审核" + review.State.Chinese(), Said(verdicts, opinion), 9);
            audit.Detail = $"{review.State.Chinese()}：{review.Title}";
            await publisher.Publish(
                new VisualIdentityReviewed(review.SubjectKind, review.SubjectId, passed, verdicts, opinion, me, now), cancel);
        }

        private static string Said(IEnumerable<ElementVerdict> verdicts, string opinion) => string.Join("\n", verdicts
            .Where(v => !v.Conforms).OrderBy(v => v.Element).Select(v => $"{v.Element.Chinese()}不符合：{v.Reason}")
            .Append(opinion).Where(line => line.Length > 0));
    }
}
