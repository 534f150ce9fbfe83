using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>账号台账: the list, and its export.</summary>
public sealed class AccountsPage(TimeProvider clock, WorkCalendarSource calendar) : GovPage
{
    /// <summary>Part of the name, or the beginning of an id or of the institution's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    // Internal types can't be public properties of a page, so the two choices come as text.
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountForm? Form { get; set; }

    /// <summary>Part of the institution's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Institution { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    internal ListPage<ListAccounts.Item>? List { get; private set; }

    internal AccountState? Chosen => Enum.TryParse<AccountState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Chosen is not null || Form is not null || !string.IsNullOrWhiteSpace(Institution);

    public async Task<IActionResult> OnGet()
    {
        // A choice that does not exist narrows nothing.
        ModelState.Clear();
        var outcome = await Send(Query);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        List = outcome.Value;
        return Page();
    }

    public Task<IActionResult> OnGetExport(string? format) => Export(new ExportAccounts.Command(Query), format);

    private ListAccounts.Query Query => new(Q, Chosen, Form, null, Sort, PageRequest.Of(Number, Size)) { Institution = Institution };

    /// <summary>Working days to the last day for verification; null when nothing is due.</summary>
    internal int? DaysLeft(ListAccounts.Item item) => item.State is AccountState.AwaitingVerification or AccountState.VerificationLapsed
        ? calendar.Current.WorkingDaysBetween(clock.BeijingToday(), item.VerificationDue!.Value)
        : null;
}
