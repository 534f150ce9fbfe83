using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Findings;

/// <summary>命中: what was found in one file, filtered, sorted, paged.</summary>
internal static class ListFindings
{
    /// <param name="FileId">The file.</param>
    /// <param name="Search">Part of the text, or the beginning of the employee number, the employee's or the institution's name.</param>
    /// <param name="Level">Finding or Advice only.</param>
    /// <param name="State">One state only.</param>
    /// <param name="Comparison">New or Still only; null for all.</param>
    /// <param name="Gone">Instead: what each branch's earlier file had and this one no longer has.</param>
    /// <param name="BranchId">One managing branch only.</param>
    /// <param name="Kind">One kind of account only.</param>
    /// <param name="Term">One term only.</param>
    /// <param name="Sort">row, employee, institution, text, level; a minus in front turns it round. Otherwise findings first, then rows.</param>
    [Permission(ScreeningPermissions.Read)]
    internal sealed record Query(
        Guid FileId, string? Search, FindingLevel? Level, FindingState? State, Comparison? Comparison, bool Gone, Guid? BranchId,
        AccountKind? Kind, string? Term, string? Sort, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="Row">The row as a spreadsheet shows it, from 1, the heading included.</param>
    /// <param name="Text">As it stood in the file.</param>
    /// <param name="Level">What R06-3 makes of the hits where they stand; a hit's own level speaks of the characters alone.</param>
    /// <param name="Hits">Where in the text, in UTF-16 units.</param>
    internal sealed record Item(
        Guid Id, int Row, string EmployeeNumber, string EmployeeName, string InstitutionName, string BranchName, AccountKind Kind, AccountField Field,
        string Text, FindingLevel Level, string Terms, string Disguise, FindingState State, Comparison Comparison, IReadOnlyList<ScreeningApi.FoundTerm> Hits);

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await Findings(db, me, query, cancellationToken) is not { } findings)
            {
                return Outcome.NotFound;
            }
            var page = await Sorted(findings, query.Sort).ToPage(query.Page, cancellationToken);
            return new ListPage<Item>([.. page.Items.Select(ToItem)], page.Page, page.PageSize, page.Total, page.TotalIsCapped);
        }
    }

    internal static Item ToItem(ScreeningFinding f) => new(
        f.Id, f.RowNumber, f.EmployeeNumber, f.EmployeeName, f.InstitutionName, f.ManagingBranchName, f.Kind, f.Field, f.Text, f.Level, f.Terms,
        f.Disguise.ChineseName(), f.State, f.Comparison, [.. HitNotes.Read(f.Notes).Select(hit => ScreeningApi.FoundTerm.Of(f.Text, hit))]);

    /// <summary>What the person may see of what is asked for; null when the file is not theirs to see.</summary>
    internal static async Task<IQueryable<ScreeningFinding>?> Findings(GovDbContext db, CurrentPerson me, Query query, CancellationToken cancel)
    {
        var file = await db.Set<ScreeningFile>().AsNoTracking().VisibleTo(me).Where(f => f.Id == query.FileId)
            .SingleOrDefaultAsync(cancel);
        if (file is null)
        {
            return null;
        }
        var findings = !query.Gone ? db.Set<ScreeningFinding>().Where(f => f.FileId == file.Id)
            : file.State == FileState.Completed ? (await EarlierFiles.Of(db, file, cancel)).Gone(db)
            : db.Set<ScreeningFinding>().Where(f => false);
        return Filter(findings.AsNoTracking().VisibleTo(me), query);
    }

    private static IQueryable<ScreeningFinding> Filter(IQueryable<ScreeningFinding> findings, Query query)
    {
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            findings = findings.Where(f => f.Text.Contains(search) || f.EmployeeNumber.StartsWith(search)
                || f.EmployeeName.StartsWith(search) || f.InstitutionName.StartsWith(search));
        }
        if (query.Term?.Trim() is { Length: > 0 } term)
        {
            findings = findings.Where(f => f.Terms.Contains(term));
        }
        findings = query.Level is { } level ? findings.Where(f => f.Level == level) : findings;
        findings = query.State is { } state ? findings.Where(f => f.State == state) : findings;
        findings = query is { Comparison: { } comparison, Gone: false } ? findings.Where(f => f.Comparison == comparison) : findings;
        findings = query.BranchId is { } branch ? findings.Where(f => f.ManagingBranchId == branch) : findings;
        return query.Kind is { } kind ? findings.Where(f => f.Kind == kind) : findings;
    }

    public static IReadOnlyList<string> Sorts { get; } = ["row", "employee", "institution", "text", "level"];

    internal static IQueryable<ScreeningFinding> Sorted(IQueryable<ScreeningFinding> findings, string? sort) => sort switch
    {
        "row" => findings.OrderBy(f => f.RowNumber).ThenBy(f => f.Field),
        "-row" => findings.OrderByDescending(f => f.RowNumber).ThenBy(f => f.Field),
        "employee" => findings.OrderBy(f => f.EmployeeNumber).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "-employee" => findings.OrderByDescending(f => f.EmployeeNumber).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "institution" => findings.OrderBy(f => f.InstitutionName).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "-institution" => findings.OrderByDescending(f => f.InstitutionName).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "text" => findings.OrderBy(f => f.Text).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "-text" => findings.OrderByDescending(f => f.Text).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        "level" => findings.OrderBy(f => f.Level).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
        _ => findings.OrderByDescending(f => f.Level).ThenBy(f => f.RowNumber).ThenBy(f => f.Field),
    };
}
