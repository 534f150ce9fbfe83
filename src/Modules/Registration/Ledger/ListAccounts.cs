using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>账号台账: what the person may see, with where each account stands now.</summary>
internal static class ListAccounts
{
    /// <param name="Search">Part of the name, or the beginning of the original id, the AppID or the institution's name.</param>
    /// <param name="State">One state only, as it stands now.</param>
    /// <param name="Sort">name, institution, approvedOn, verificationDue or verifiedUntil; a minus in front turns it round.</param>
    [Permission(RegistrationPermissions.ReadLedger)]
    internal sealed record Query(
        string? Search, AccountState? State, AccountForm? Form, Guid? InstitutionId, string? Sort, PageRequest Page) : IQuery<ListPage<Item>>
    {
        /// <summary>Part of the institution's name.</summary>
        public string? Institution { get; init; }

        /// <summary>
        /// What it chooses, when it asks for nothing else; null otherwise. A state depends on the clock, too, and is nothing to be compiled.
        /// </summary>
        internal Query? Choices => string.IsNullOrWhiteSpace(Search) && string.IsNullOrWhiteSpace(Institution) && (InstitutionId, State) is (null, null)
            ? new(null, null, Form, null, Sorting.Known(Sort, Sorts), default)
            : null;
    }

    /// <param name="VerificationDue">The last Beijing day for verification; null for standing accounts.</param>
    internal sealed record Item(
        Guid Id, string Name, AccountForm Form, AccountState State, Guid InstitutionId, string InstitutionName,
        Guid? ApplicationId, string? ApplicationNumber, DateOnly? ApprovedOn, DateOnly? VerificationDue, bool VerificationDueIsProvisional,
        string? OriginalId, string? AppId, DateOnly? VerifiedOn, DateOnly? VerifiedUntil, int Version);

    public static IReadOnlyList<string> Sorts { get; } = ["name", "institution", "approvedOn", "verificationDue", "verifiedUntil"];

    /// <summary>The columns of a line; where the account stands follows from them and the clock.</summary>
    internal sealed record Row(
        Guid Id, string Name, AccountForm Form, StoredState Stored, bool LapseRecorded, Guid InstitutionId, string InstitutionName,
        Guid? ApplicationId, string? ApplicationNumber, DateOnly? ApprovedOn, DateOnly? VerificationDue, bool VerificationDueIsProvisional,
        string? OriginalId, string? AppId, DateOnly? VerifiedOn, DateOnly? VerifiedUntil, int Version);

    /// <summary>All accounts by their choices alone, as most of the head office looks at them.</summary>
    internal sealed class Pages() : CompiledPages<Query, WeChatAccount, Row>((accounts, choices) => Handler.Rows(accounts, choices, default, default));

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, IRuleSwitches switches, Pages pages)
        : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (now, lapseIsOn) = (clock.UtcNow(), switches.IsOn("R07-7"));
            var page = (me.SeesAllInstitutions && query.Choices is { } choices ? await pages.Read(db, choices, query.Page, cancellationToken) : null)
                ?? await Rows(db.Set<WeChatAccount>().VisibleTo(me), query, now, lapseIsOn).ToPage(query.Page, cancellationToken);
            return new ListPage<Item>([.. page.Items.Select(a => ToItem(a, now, lapseIsOn))], page.Page, page.PageSize, page.Total, page.TotalIsCapped);
        }

        /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
        internal static IQueryable<Row> Rows(IQueryable<WeChatAccount> accounts, Query query, DateTime now, bool lapseIsOn) =>
            Sorted(Filter(accounts, query, BeijingTime.BeijingDayOf(now), lapseIsOn), query.Sort).Select(a => new Row(
                a.Id, a.Name, a.Form, a.Stored, a.LapseRecorded, a.InstitutionId, a.InstitutionName, a.ApplicationId, a.ApplicationNumber,
                a.ApprovedOn, a.VerificationDue, a.VerificationDueIsProvisional, a.OriginalId, a.AppId, a.VerifiedOn, a.VerifiedUntil, a.Version));

        internal static Item ToItem(Row a, DateTime now, bool lapseIsOn) => new(
            a.Id, a.Name, a.Form, AccountStates.At(a.Stored, a.VerificationDue, a.VerifiedUntil, a.LapseRecorded, now, lapseIsOn),
            a.InstitutionId, a.InstitutionName, a.ApplicationId, a.ApplicationNumber, a.ApprovedOn, a.VerificationDue,
            a.VerificationDueIsProvisional, a.OriginalId, a.AppId, a.VerifiedOn, a.VerifiedUntil, a.Version);

        private static IQueryable<WeChatAccount> Filter(IQueryable<WeChatAccount> accounts, Query query, DateOnly today, bool lapseIsOn)
        {
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                accounts = accounts.Where(a => a.Name.Contains(search) || a.OriginalId!.StartsWith(search)
                    || a.AppId!.StartsWith(search) || a.InstitutionName.StartsWith(search));
            }
            if (query.Form is { } form)
            {
                accounts = accounts.Where(a => a.Form == form);
            }
            if (query.InstitutionId is { } institution)
            {
                accounts = accounts.Where(a => a.InstitutionId == institution);
            }
            if (query.Institution?.Trim() is { Length: > 0 } name)
            {
                accounts = accounts.Where(a => a.InstitutionName.Contains(name));
            }
            return query.State is { } state ? accounts.InState(state, today, lapseIsOn) : accounts;
        }

        private static IQueryable<WeChatAccount> Sorted(IQueryable<WeChatAccount> accounts, string? sort) => sort switch
        {
            "-name" => accounts.OrderByDescending(a => a.Name).ThenBy(a => a.Id),
            "institution" => accounts.OrderBy(a => a.InstitutionName).ThenBy(a => a.Id),
            "-institution" => accounts.OrderByDescending(a => a.InstitutionName).ThenBy(a => a.Id),
            "approvedOn" => accounts.OrderBy(a => a.ApprovedOn).ThenBy(a => a.Id),
            "-approvedOn" => accounts.OrderByDescending(a => a.ApprovedOn).ThenBy(a => a.Id),
            "verificationDue" => accounts.OrderBy(a => a.VerificationDue).ThenBy(a => a.Id),
            "-verificationDue" => accounts.OrderByDescending(a => a.VerificationDue).ThenBy(a => a.Id),
            "verifiedUntil" => accounts.OrderBy(a => a.VerifiedUntil).ThenBy(a => a.Id),
            "-verifiedUntil" => accounts.OrderByDescending(a => a.VerifiedUntil).ThenBy(a => a.Id),
            _ => accounts.OrderBy(a => a.Name).ThenBy(a => a.Id),
        };
    }
}
