using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Screening.Cases;

/// <summary>Tells whoever has to do something about a case, and puts it into their inbox.</summary>
internal sealed class CaseNews(INotices notices, IWorkItems workItems, IInstitutions institutions)
{
    private const string SubjectKind = "screening.case";
    private const string ToRectify = "screening.rectify";
    private const string ToReview = "screening.review";
    private const string ToSupervise = "screening.supervise";

    public async Task Opened(RectificationCase @case, CancellationToken cancel)
    {
        Wait(@case, ToRectify, "整改", Unit(@case), Duties.Handler);
        await Tell(@case, "opened", Unit(@case), Duties.Handler, $"请整改：员工 {@case.EmployeeNumber} 的{Account(@case)}",
            $"名称含有本行字样“{@case.Terms}”（《办法》第六条），请在{DayFormat.Day(@case.Due)}前督促改名并上传证明。", cancel);
    }

    public async Task Filed(RectificationCase @case, CancellationToken cancel)
    {
        await workItems.Close(@case.Id, ToRectify, "已上传证明", cancel);
        Wait(@case, ToReview, "复核整改", Branch(@case), Duties.Handler | Duties.Approver);
    }

    public async Task Returned(RectificationCase @case, CancellationToken cancel)
    {
        await workItems.Close(@case.Id, ToReview, "退回", cancel);
        Wait(@case, ToRectify, "整改", Unit(@case), Duties.Handler);
        await Tell(@case, $"returned-{@case.Version}", Unit(@case), Duties.Handler, $"整改退回：{@case.Number}", @case.ReturnReason, cancel);
    }

    public async Task Closed(RectificationCase @case, CancellationToken cancel)
    {
        await workItems.Close(@case.Id, ToReview, "已整改", cancel);
        await workItems.Close(@case.Id, ToSupervise, "已整改", cancel);
    }

    public async Task Escalated(RectificationCase @case, CancellationToken cancel)
    {
        var head = ((await institutions.HeadOffice(cancel)).Id, DepartmentKind.EBanking);
        Wait(@case, ToSupervise, "逾期整改督办", head, Duties.Handler | Duties.Approver);
        var (title, text) = ($"逾期未整改：{@case.InstitutionName} {@case.Number}", $"期限{DayFormat.Day(@case.Due)}已过，{Account(@case)}尚未整改。");
        await Tell(@case, "overdue/head", head, Duties.Handler | Duties.Approver, title, text, cancel);
        await Tell(@case, "overdue/branch", Branch(@case), Duties.Handler | Duties.Approver, title, text, cancel);
    }

    private static string Account(RectificationCase @case) => $"“{(@case.Text.Length <= 40 ? @case.Text : @case.Text[..40] + "…")}”";

    private static (Guid, DepartmentKind) Branch(RectificationCase @case) => (@case.ManagingBranchId, DepartmentKind.EBanking);

    /// <summary>A lower unit has no e-banking department of its own.</summary>
    private static (Guid, DepartmentKind) Unit(RectificationCase @case) => @case.InstitutionId == @case.ManagingBranchId
        ? Branch(@case)
        : (@case.InstitutionId, DepartmentKind.Business);

    private void Wait(RectificationCase @case, string kind, string step, (Guid Institution, DepartmentKind Department) to, Duties duty) =>
        workItems.Open(new(kind, SubjectKind, @case.Id, $"{@case.Number} {Account(@case)}", @case.InstitutionId, @case.InstitutionName, step,
            $"/screening/cases/{@case.Id}", to.Institution, to.Department, duty, @case.Due));

    private Task Tell(
        RectificationCase @case, string occasion, (Guid Institution, DepartmentKind Department) to, Duties duty, string title, string text, CancellationToken cancel) =>
        notices.Post(new($"screening.case/{@case.Id:N}/{occasion}", new NoticeTo.Department(to.Institution, to.Department, duty),
            title, text, $"/screening/cases/{@case.Id}"), cancel);
}
