using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>Keeps this host's calendar the one that the database holds, whichever host imported it.</summary>
internal sealed class CalendarKeeper(IDbContextFactory<GovDbContext> contexts, WorkCalendarSource source)
{
    private (int Years, int Versions) _seen;

    /// <summary>Looks whether another year was imported, which is one small query, and reads them only then.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var years = db.Set<ImportedCalendarYear>().AsNoTracking();
        // Years are never deleted and versions only grow: the sum is another one after every import.
        var versions = await years.Select(y => y.Version).ToListAsync(cancel);
        var now = (versions.Count, versions.Sum());
        if (now != _seen)
        {
            source.Replace(ImportedCalendarYear.CalendarOf(await years.ToListAsync(cancel)));
            _seen = now;
        }
    }
}
