using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>
/// 导入节假日安排, the second step: the year is in force from the moment it is saved, and open deadlines are computed anew in the
/// same <c>SaveChanges</c> by whoever listens to <see cref="CalendarChanged"/>. Article 7.
/// </summary>
internal static class ImportCalendar
{
    /// <param name="ImportId">The upload.</param>
    /// <param name="Seal">The seal of the preview that the administrator read.</param>
    /// <param name="Source">Where the arrangement is from.</param>
    [Permission(OrganisationPermissions.ManageCalendar)]
    [AuditedAs("导入节假日安排")]
    internal sealed record Command(Guid ImportId, string Seal, string Source) : ICommand<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Source)
            .NotEmpty().WithMessage("请填写来源，例如国务院办公厅通知的文号。")
            .MaximumLength(ImportedCalendarYearConfig.SourceLength).WithMessage($"来源最多 {ImportedCalendarYearConfig.SourceLength} 个字。");
    }

    internal sealed class Handler(
        GovDbContext db, WorkCalendarSource calendars, IPublisher publisher, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.FindImport(ImportKind.CalendarYears, command.ImportId, cancellationToken) is not { } upload)
            {
                return Outcome.NotFound;
            }
            var imported = await db.Set<ImportedCalendarYear>().ToListAsync(cancellationToken);
            var years = PreviewCalendar.Read(upload).Years;
            var before = ImportedCalendarYear.CalendarOf(imported);
            var after = before.With(years);
            var difference = CalendarDifference.Between(before, after, years.Select(y => y.Year));
            if (difference.Seal != command.Seal)
            {
                return Outcome.WrongState("预览之后工作日历有了变化，没有导入。请核对下面的差异，再确认导入。");
            }
            if (!difference.Any)
            {
                return Outcome.WrongState("文件与现有工作日历一致，没有需要导入的内容。");
            }
            foreach (var year in years)
            {
                // A part of a year is stored as what it makes of the year, so that what counts is one row.
                Keep(imported, after.Years.Single(y => y.Year == year.Year), command.Source.Trim());
            }
            db.Remove(upload);
            audit.Detail = $"{string.Join("、", difference.Years.Select(y => $"{y.Year} 年"))}，{difference.Days.Count} 天有变化，来源：{command.Source.Trim()}";
            await publisher.Publish(new CalendarChanged(before, after), cancellationToken);
            // In force here as soon as it is saved; other hosts see it within a minute.
            db.SavedChanges += (_, _) => calendars.Replace(after);
            return Outcome.Done;
        }

        private void Keep(List<ImportedCalendarYear> imported, CalendarYear year, string source)
        {
            if (imported.Find(y => y.Year == year.Year) is { } row)
            {
                (row.Json, row.Source) = (year.ToJson(), source);
                (row.ImportedById, row.ImportedByName, row.ImportedAt) = (me.Id, me.Name, clock.UtcNow());
                return;
            }
            db.Add(new ImportedCalendarYear
            {
                Year = year.Year,
                Json = year.ToJson(),
                Source = source,
                ImportedById = me.Id,
                ImportedByName = me.Name,
                ImportedAt = clock.UtcNow(),
            });
        }
    }
}
