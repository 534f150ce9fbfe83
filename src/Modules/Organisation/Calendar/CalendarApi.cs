using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>The calendar over REST: for everybody signed in, and clients with the scope <c>calendar.read</c>.</summary>
internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("Calendar");
        // The parameters come as text, so that a wrong one is answered in Chinese instead of by the framework.
        calendar.MapGet("/working-days", (ISender sender, string? from, string? days, CancellationToken cancel) =>
                sender.Ask(new CountWorkingDays.Query(from, days), cancel))
            .WithSummary("from 之后第 days 个工作日；from 当日不计入。days 为 0 时是当日或其后第一个工作日。")
            .Produces<CountWorkingDays.Answer>();
        calendar.MapGet("/one-month", (ISender sender, string? from, CancellationToken cancel) =>
                sender.Ask(new CountOneMonth.Query(from), cancel))
            .WithSummary("自 from 起一个月的最后一日（民法典第二百零一条至第二百零三条）；遇休息日顺延至下一工作日。")
            .Produces<CountOneMonth.Answer>();
        calendar.MapGet("/years/{year}", (ISender sender, string year, CancellationToken cancel) =>
                sender.Ask(new ReadCalendarYear.Query(year), cancel))
            .WithSummary("一年的放假与调休上班日期；安排尚未公布时 provisional 为 true。")
            .Produces<ReadCalendarYear.Answer>();
    }
}
