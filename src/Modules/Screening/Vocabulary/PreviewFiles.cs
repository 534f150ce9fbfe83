using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>可供预览的文件: completed files whose content is kept, the one first that is taken when none is chosen.</summary>
internal static class ListPreviewFiles
{
    private const int MostShown = 50;

    [Permission(ScreeningPermissions.ManageTerms)]
    internal sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Number">PC-2026-000001.</param>
    /// <param name="BranchName">Whose employees; the head office's name for the whole bank.</param>
    /// <param name="Rows">Rows that were screened.</param>
    /// <param name="UploadedAt">UTC.</param>
    internal sealed record Item(Guid Id, string Number, string BranchName, bool IsWholeBank, int Rows, DateTime UploadedAt);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<Outcome<IReadOnlyList<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            Outcome.Of<IReadOnlyList<Item>>(await db.Set<ScreeningFile>().AsNoTracking().ForPreview().Take(MostShown)
                .Select(f => new Item(f.Id, f.Number, f.BranchName, f.IsWholeBank, f.RowsRead, f.UploadedAt)).ToListAsync(cancellationToken));
    }
}

internal static class PreviewFiles
{
    public static readonly Breach NotKept = Breach.OfShape("fileId", "这个文件不存在、没有排查完，或者内容已按期清除。请选择其他文件。");

    /// <summary>Files whose texts can be looked through, however they are ordered.</summary>
    public static IQueryable<ScreeningFile> Kept(this IQueryable<ScreeningFile> files) =>
        files.Where(f => f.State == FileState.Completed && f.ProtectedKey != "");

    /// <summary>
    /// What says most of a change first: the whole bank's newest file, and where there is none the largest. A branch's file of one row,
    /// however new, says nothing of the others.
    /// </summary>
    public static IQueryable<ScreeningFile> ForPreview(this IQueryable<ScreeningFile> files) =>
        files.Kept().OrderByDescending(f => f.IsWholeBank).ThenByDescending(f => f.IsWholeBank ? 0 : f.RowsRead)
            .ThenByDescending(f => f.UploadedAt).ThenByDescending(f => f.Number);
}

internal static class PreviewFileOptions
{
    /// <summary>PC-2026-000012（全行，1,000,000 行，2026年11月23日(周一)导入）; none when they may not be seen.</summary>
    /// <param name="chosen">The number of the one to stand in the field; null for the first.</param>
    public static IReadOnlyList<SelectListItem> Of(Outcome<IReadOnlyList<ListPreviewFiles.Item>> files, string? chosen = null) => files.Succeeded
        ? [.. files.Value.Select(f => new SelectListItem(
            $"{f.Number}（{(f.IsWholeBank ? "全行" : f.BranchName)}，{f.Rows:N0} 行，{DayFormat.Day(BeijingTime.BeijingDayOf(f.UploadedAt))}导入）", f.Id.ToString(), f.Number == chosen))]
        : [];
}
