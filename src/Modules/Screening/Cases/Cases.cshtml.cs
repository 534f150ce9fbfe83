using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Kernel.Web.TagHelpers;

namespace WeChatBankGov.Screening.Cases;

/// <summary>整改: the list, with the figures by month and branch.</summary>
internal sealed class CasesPage(TimeProvider clock) : GovPage
{
    private const int MostBars = 10;

    private static readonly string[] Endings = ["省分行", "市分行", "自治区分行", "分行"];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Branch { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    public ListPage<ListCases.Item>? List { get; private set; }

    public CountCases.Figures Figures { get; private set; } = new([], []);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null || Overdue || Branch is not null;

    public IEnumerable<ChartBar> Opened => Figures.ByMonth.Select(m => new ChartBar($"{m.Number}月", m.Opened));

    /// <summary>The branches with most that is not rectified, as many as bars are told apart.</summary>
    public IEnumerable<ChartBar> OpenByBranch =>
        Figures.ByBranch.Where(b => b.Open > 0).OrderByDescending(b => b.Open).Take(MostBars).Select(b => new ChartBar(Short(b.Name), b.Open));

    /// <summary>Whose figures they are, when they are one branch's.</summary>
    public string? BranchName => Branch is null ? null : Figures.ByBranch.SingleOrDefault()?.Name;

    public IEnumerable<ChartBar> Closed => Figures.ByMonth.Select(m => new ChartBar($"{m.Number}月", m.Closed));

    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid)
        {
            return Refuse(new(RefusalKind.Shape, []));
        }
        var outcome = await Send(Filter);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        List = outcome.Value;
        var figures = await Send(new CountCases.Query(Branch));
        Figures = figures.Succeeded ? figures.Value : Figures;
        return Page();
    }

    public async Task<IActionResult> OnGetExport(string? format)
    {
        if (!ModelState.IsValid)
        {
            return Refuse(new(RefusalKind.Shape, []));
        }
        var outcome = await Send(new ExportCases.Command(Filter));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        var name = $"整改-{clock.BeijingToday():yyyyMMdd}";
        return format == "xlsx"
            ? new XlsxDownload(name + ".xlsx", "整改", outcome.Value)
            : new CsvDownload(name + ".csv", outcome.Value.Select(cells => Csv.Row(cells)));
    }

    public string ExportHref(string format) => "/screening/cases" + new QueryBuilder(
        Request.Query.Where(q => q.Key is not ("p" or "size" or "handler" or "format"))) { { "handler", "Export" }, { "format", format } };

    /// <summary>浙江: what fits below a bar; beside it the table has the whole name.</summary>
    private static string Short(string branch) =>
        Endings.FirstOrDefault(e => branch.EndsWith(e, StringComparison.Ordinal)) is { } ending && branch.Length > ending.Length
            ? branch[..^ending.Length]
            : branch;

    private ListCases.Query Filter => new(Q, State, Overdue, Branch, Sort, PageRequest.Of(Number, Size));
}
