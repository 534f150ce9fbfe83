using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>What importing an uploaded arrangement would change, on the calendar as it is now.</summary>
internal static class PreviewCalendar
{
    [Permission(OrganisationPermissions.ManageCalendar)]
    internal sealed record Query(Guid ImportId) : IQuery<Answer>;

    /// <param name="FileName">What was uploaded.</param>
    /// <param name="Notes">What the administrator should know, in Chinese.</param>
    /// <param name="Difference">What would change.</param>
    internal sealed record Answer(string FileName, IReadOnlyList<string> Notes, CalendarDifference Difference);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.FindImport(ImportKind.CalendarYears, query.ImportId, cancellationToken) is not { } upload)
            {
                return Outcome.NotFound;
            }
            var imported = await db.Set<ImportedCalendarYear>().AsNoTracking().ToListAsync(cancellationToken);
            var file = Read(upload);
            var before = ImportedCalendarYear.CalendarOf(imported);
            return new Answer(upload.FileName, file.Notes,
                CalendarDifference.Between(before, before.With(file.Years), file.Years.Select(y => y.Year)));
        }
    }

    /// <summary>The arrangement in a file that was kept because it could be read.</summary>
    public static CalendarYearFile Read(PendingImport upload) => CalendarYearFile.Parse(UploadedText.Decode(upload.Unpack(), out _));
}
