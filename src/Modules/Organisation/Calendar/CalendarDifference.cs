using System.Security.Cryptography;
using System.Text;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>What an import would change of the calendar.</summary>
/// <param name="Years">The years concerned, and whether each is wholly known afterwards.</param>
/// <param name="Days">The days that would be called or worked otherwise, in order.</param>
internal sealed record CalendarDifference(IReadOnlyList<CalendarDifference.OfYear> Years, IReadOnlyList<CalendarDifference.OfDay> Days)
{
    /// <summary>One year.</summary>
    internal sealed record OfYear(int Year, bool WasPublished, bool IsPublished);

    /// <summary>One day.</summary>
    internal sealed record OfDay(DateOnly Date, string Before, string After, bool WasWorked, bool IsWorked);

    /// <summary>Whether the import would do anything.</summary>
    public bool Any => Days.Count > 0 || Years.Any(y => y.WasPublished != y.IsPublished);

    /// <summary>Stands for all of this: another difference has another seal.</summary>
    public string Seal => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Years.Select(y => y.ToString()).Concat(Days.Select(d => d.ToString())))))[..8]);

    public static CalendarDifference Between(WorkCalendar before, WorkCalendar after, IEnumerable<int> years)
    {
        List<OfYear> ofYears = [];
        List<OfDay> days = [];
        foreach (var year in years.Order())
        {
            ofYears.Add(new(year, before.IsPublished(year), after.IsPublished(year)));
            for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            {
                var (was, becomes) = (before.Describe(day), after.Describe(day));
                if (was != becomes)
                {
                    days.Add(new(day, was, becomes, before.IsWorkingDay(day), after.IsWorkingDay(day)));
                }
            }
        }
        return new(ofYears, days);
    }
}
