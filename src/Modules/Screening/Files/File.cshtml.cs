using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Findings;

namespace WeChatBankGov.Screening.Files;

/// <summary>One file: its progress while it is screened, afterwards what was found, what is gone, what could not be read.</summary>
internal sealed class FilePage(TimeProvider clock) : GovPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>gone, bad, or findings.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Comparison? Comparison { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Branch { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public ReadFile.Detail Detail { get; private set; } = null!;

    /// <summary>Null on the other tabs, and while the file is screened.</summary>
    public ListPage<ListFindings.Item>? Findings { get; private set; }

    public ListPage<ListBadRows.Item>? BadRows { get; private set; }

    public bool IsGone => Tab == "gone";

    public bool SeesBadRows => Me.SeesAllInstitutions || Detail.BranchId == Me.InstitutionId;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Term)
        || Level is not null || State is not null || Comparison is not null || Kind is not null || Branch is not null;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Refuse(Outcome.NotFound);
        }
        var outcome = await Send(new ReadFile.Query(id));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Detail = outcome.Value;
        if (Detail.IsAtWork)
        {
            return Page();
        }
        if (Tab == "bad" && SeesBadRows)
        {
            var rows = await Send(new ListBadRows.Query(id, PageRequest.Of(Number, Size)));
            BadRows = rows.Succeeded ? rows.Value : null;
            return Page();
        }
        var findings = await Send(Filter(id));
        Findings = findings.Succeeded ? findings.Value : null;
        return Page();
    }

    public async Task<IActionResult> OnGetExport(Guid id, string? format)
    {
        var file = await Send(new ReadFile.Query(id));
        if (file.Refusal is { } hidden)
        {
            return Refuse(hidden);
        }
        var outcome = await Send(new ExportFindings.Command(Filter(id)));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        var name = $"排查结果-{file.Value.Number}-{clock.BeijingToday():yyyyMMdd}";
        return format == "xlsx"
            ? new XlsxDownload(name + ".xlsx", "排查结果", outcome.Value)
            : new CsvDownload(name + ".csv", outcome.Value.Select(cells => Csv.Row(cells)));
    }

    public string Href(string? tab) => $"/screening/files/{Detail.Id}{(tab is null ? "" : "?tab=" + tab)}";

    public string ExportHref(string format) =>
        $"/screening/files/{Detail.Id}" + new QueryBuilder(Request.Query.Where(q => q.Key is not ("p" or "size" or "handler" or "format")))
        {
            { "handler", "Export" }, { "format", format },
        };

    private ListFindings.Query Filter(Guid id) =>
        new(id, Q, Level, State, Comparison, IsGone, Branch, Kind, Term, Sort, PageRequest.Of(Number, Size));
}
