using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>提出字样变更: nothing changes yet; the background looks through a file to say what it would do (R06-3).</summary>
internal static class ProposeChange
{
    /// <param name="Text">The term or phrase; for a removal exactly as it is listed.</param>
    /// <param name="Flag">For a term: advice only. For an exception: the hit disappears instead of becoming advice.</param>
    /// <param name="Pinyin">For a term: found in pinyin, too.</param>
    /// <param name="FileId">The file to look through; null for the one that says most.</param>
    [Permission(ScreeningPermissions.ManageTerms)]
    [AuditedAs("提出字样变更")]
    internal sealed record Command(ChangeKind? Kind, string? Text, bool Flag, bool Pinyin, string? Reason, Guid? FileId = null) : ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("请选择要做的变更。");
            RuleFor(c => c.Text).NotEmpty().WithMessage("请填写字样或例外的词语。")
                .MaximumLength(TermChangeConfig.TextLength).WithMessage($"最多 {TermChangeConfig.TextLength} 个字符。")
                .Must(t => t is null || PlainText.Problem(t, lineBreaks: false, strict: false) is null).WithMessage("含有不可见的字符，请重新输入。");
            RuleFor(c => c.Text).Must((c, text) => TermVocabulary.CanScreenFor(PlainText.Normalise(text)!, c.Pinyin))
                .When(c => c.Kind == ChangeKind.AddTerm && PlainText.Normalise(c.Text) is { Length: <= TermChangeConfig.TextLength })
                .WithMessage("不能作为字样：只有符号，没有文字、字母或数字；或者一个字符代表的字太多。");
            RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写原因。")
                .MaximumLength(VocabularyVersionConfig.ReasonLength).WithMessage($"原因最多 {VocabularyVersionConfig.ReasonLength} 个字符。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, BankOptions bank, WorkSignal signal, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Guid>
    {
        public async Task<Outcome<Guid>> Handle(Command command, CancellationToken cancellationToken)
        {
            var inForce = await db.Set<VocabularyVersion>().AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(cancellationToken);
            var (kind, text) = (command.Kind!.Value, PlainText.Normalise(command.Text)!);
            if (Problem(VocabularyDocument.Read(inForce.Content), kind, text) is { } breach)
            {
                return Rules.Check([breach]);
            }
            if (command.FileId is { } file && !await db.Set<ScreeningFile>().Kept().AnyAsync(f => f.Id == file, cancellationToken))
            {
                return Rules.Check([PreviewFiles.NotKept]);
            }
            var change = new TermChange
            {
                Id = Guid.CreateVersion7(),
                Kind = kind,
                Text = text,
                Flag = command.Flag && kind is (ChangeKind.AddTerm or ChangeKind.AddException),
                Pinyin = command.Pinyin && kind == ChangeKind.AddTerm,
                Reason = command.Reason!.Trim(),
                ProposedByName = me.Name,
                ProposedAt = clock.UtcNow(),
                BaseVersion = inForce.Version,
                FileId = command.FileId,
            };
            db.Add(change);
            audit.SubjectId = change.Id;
            audit.Detail = $"{change.Summary}：{change.Reason}";
            db.SavedChanges += (_, _) => signal.Wake();
            return change.Id;
        }

        private Breach? Problem(VocabularyDocument now, ChangeKind kind, string text)
        {
            var key = Folding.Key(text);
            switch (kind)
            {
                case ChangeKind.AddTerm when key.Length < 2:
                    return Breach.OfShape("text", "字样至少两个字，太短的会误伤大量名称。");
                case ChangeKind.AddTerm when now.Terms.FirstOrDefault(t => Folding.Key(t.Text) == key) is { } same:
                    return Breach.OfShape("text", $"已有字样“{same.Text}”，两者的变形写法相同，不必重复增加。");
                case ChangeKind.RemoveTerm when Term.OfBank(bank.FullName, bank.ShortName).Any(t => t.Text == text):
                    return new("R06-3", 6, "text", $"“{text}”是第六条点名的字样，不能删除。", "个别词语确有误伤的，请增加例外。");
                case ChangeKind.RemoveTerm when now.Terms.All(t => t.Text != text):
                    return Breach.OfShape("text", $"字样表中没有“{text}”。");
                case ChangeKind.AddException when now.Exceptions.Any(e => Folding.Key(e.Phrase) == key):
                    return Breach.OfShape("text", $"已有例外“{text}”。");
                case ChangeKind.AddException when now.Terms.FirstOrDefault(t => Folding.Key(t.Text) == key) is { } term:
                    return Breach.OfShape("text", $"例外不能就是字样“{term.Text}”本身，请写出它所在的词语，例如“助农行动”。");
                case ChangeKind.AddException when !now.Terms.Any(t => key.Contains(Folding.Key(t.Text), StringComparison.Ordinal)):
                    return Breach.OfShape("text", "例外的词语里应当含有一个字样。");
                case ChangeKind.RemoveException when now.Exceptions.All(e => e.Phrase != text):
                    return Breach.OfShape("text", $"没有例外“{text}”。");
                default:
                    return null;
            }
        }
    }
}
