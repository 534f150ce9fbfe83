using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Files;

/// <summary>排查文件: newest first.</summary>
internal static class ListFiles
{
    /// <param name="Search">Part of the file's name, or the beginning of its number or of the branch's name.</param>
    /// <param name="State">One state only.</param>
    [Permission(ScreeningPermissions.Read)]
    internal sealed record Query(string? Search, FileState? State, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="Length">Bytes.</param>
    /// <param name="UploadedAt">UTC, as <paramref name="FinishedAt"/>, which is null until the end.</param>
    /// <param name="Rows">Data rows dealt with so far.</param>
    /// <param name="Findings">Names that are findings; of a file of the whole bank all of them, whoever asks.</param>
    /// <param name="Gone">Findings of the file before that this one no longer has.</param>
    internal sealed record Item(
        Guid Id, string Number, string FileName, FileFormat Format, long Length, string BranchName, bool IsWholeBank, string UploadedByName, DateTime UploadedAt,
        FileState State, int Rows, int BadRows, int Findings, int Advice, int New, int Still, int Gone, DateTime? FinishedAt, string Problem);

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var files = db.Set<ScreeningFile>().AsNoTracking().VisibleTo(me);
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                files = files.Where(f => f.FileName.Contains(search) || f.Number.StartsWith(search) || f.BranchName.StartsWith(search));
            }
            if (query.State is { } state)
            {
                files = files.Where(f => f.State == state);
            }
            return await files.OrderByDescending(f => f.UploadedAt).ThenByDescending(f => f.Number).Select(f => new Item(
                f.Id, f.Number, f.FileName, f.Format, f.Length, f.BranchName, f.IsWholeBank, f.UploadedByName, f.UploadedAt, f.State, f.RowsRead, f.RowsBad,
                f.FindingCount, f.AdviceCount, f.NewCount, f.StillCount, f.GoneCount, f.FinishedAt, f.Problem)).ToPage(query.Page, cancellationToken);
        }
    }
}
