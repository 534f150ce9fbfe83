using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>Posts notices, and knows whose they are.</summary>
internal sealed class NoticeBoard(GovDbContext db, TimeProvider clock) : INotices
{
    /// <summary>Older ones count as read: nobody's number in the navigation grows for ever, and counting stays cheap.</summary>
    internal static readonly TimeSpan UnreadFor = TimeSpan.FromDays(90);

    public async Task Post(NewNotice notice, CancellationToken cancel)
    {
        if (notice.Key.Length is 0 or > NoticeConfig.KeyLength || !Ascii.IsValid(notice.Key))
        {
            throw new ArgumentException($"The key '{notice.Key}' is empty, too long or not ASCII.", nameof(notice));
        }
        if (notice.Href is not ['/', not ('/' or '\\'), ..] and not "/" || notice.Href.Length > NoticeConfig.HrefLength)
        {
            throw new ArgumentException($"'{notice.Href}' is no page of this portal.", nameof(notice));
        }
        if (db.Set<Notice>().Local.Any(n => n.Key == notice.Key)
            || await db.Set<Notice>().AnyAsync(n => n.Key == notice.Key, cancel))
        {
            return;
        }
        var department = notice.To as NoticeTo.Department;
        db.Add(new Notice
        {
            Key = notice.Key,
            PersonId = (notice.To as NoticeTo.Person)?.PersonId,
            InstitutionId = department?.InstitutionId,
            Department = department?.Kind,
            Duty = department?.Duty ?? Duties.None,
            Title = Cut(notice.Title, NoticeConfig.TitleLength),
            Text = Cut(notice.Text, NoticeConfig.TextLength),
            Href = notice.Href,
            At = clock.UtcNow(),
        });
    }

    /// <summary>The notices that are for a person.</summary>
    public static IQueryable<Notice> Of(GovDbContext db, CurrentPerson person)
    {
        var (id, institution, department, duties) = (person.Id, person.InstitutionId, person.Department, person.Duties);
        return db.Set<Notice>().Where(n => n.PersonId == id
            || (n.InstitutionId == institution && n.Department == department && (n.Duty == Duties.None || (n.Duty & duties) != 0)));
    }

    /// <summary>Of these, the ones that the person has not read.</summary>
    public static IQueryable<Notice> Unread(GovDbContext db, CurrentPerson person, TimeProvider clock)
    {
        var since = clock.UtcNow() - UnreadFor;
        return Of(db, person).Where(n =>
            n.At >= since && !db.Set<NoticeRead>().Any(r => r.PersonId == person.Id && r.NoticeId == n.Id));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
