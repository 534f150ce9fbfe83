using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verify;

/// <summary>
/// 这是我行的吗: whether an account is the bank's, by its name or one of the platform's ids (articles 5 and 6). Asks the whole
/// ledger whoever asks, because which accounts are official is no secret; always answers in words.
/// </summary>
internal static class VerifyAccount
{
    public const int MostCharacters = 200;

    /// <summary>One of the three; the others are null.</summary>
    /// <param name="Name">As it shows in WeChat.</param>
    /// <param name="AppId">wx…, in letters of either case.</param>
    /// <param name="OriginalId">gh_…, as well.</param>
    [Permission(RegistrationPermissions.VerifyAccount)]
    internal sealed record Query(string? Name, string? AppId, string? OriginalId) : IQuery<Answer>;

    /// <param name="Verdict">Official, Lapsed, LookAlike or Unknown.</param>
    /// <param name="Sentence">The answer in one Chinese sentence, fit to be told to a customer.</param>
    /// <param name="Account">The ledger's account; null for a look-alike and for what is unknown.</param>
    /// <param name="LookAlikeOf">The official name that it looks like; null for the other verdicts.</param>
    internal sealed record Answer(Verdict Verdict, string Sentence, OfficialAccount? Account, Resemblance? LookAlikeOf);

    /// <param name="Since">The Beijing day of a live account's verification, of any other's approval; null for the standing accounts.</param>
    /// <param name="AppId">Null as long as none is recorded, as <paramref name="OriginalId"/>.</param>
    internal sealed record OfficialAccount(
        string Name, AccountForm Form, string InstitutionName, AccountState State, string StateName, DateOnly? Since,
        string? OriginalId, string? AppId);

    /// <param name="Official">The official name.</param>
    /// <param name="Belongs">Whose it is, in Chinese.</param>
    /// <param name="Difference">How the name asked for differs, in Chinese, with code points where the eye can't tell.</param>
    internal sealed record Resemblance(string Official, string Belongs, string Difference);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q).Must(q => Given(q).Count() == 1).OverridePropertyName("name")
                .WithMessage("请填写名称（name）、AppID（appId）或原始ID（originalId），三者只填一个。");
            RuleFor(q => q).Must(q => Given(q).All(text => text.Length <= MostCharacters)).OverridePropertyName("name")
                .WithMessage($"最多 {MostCharacters} 个字符。");
        }

        private static IEnumerable<string> Given(Query query) =>
            new[] { query.Name, query.AppId, query.OriginalId }.Where(text => !string.IsNullOrWhiteSpace(text))!;
    }

    internal sealed class Handler(
        GovDbContext db, IInstitutions institutions, BankOptions bank, IRuleSwitches switches, TimeProvider clock) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken) =>
            PlainText.Normalise(query.Name) is { } name
                ? await ByName(name, cancellationToken)
                : await ById(Id(query.AppId), Id(query.OriginalId), cancellationToken);

        /// <summary>The platform's ids are of small letters; people copy them as they like, on the page and into scripts.</summary>
        private static string? Id(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim().ToLowerInvariant();

        private async Task<Answer> ByName(string name, CancellationToken cancel)
        {
            // An account revoked gives its name back: the account in use comes first.
            var account = await db.Set<WeChatAccount>().AsNoTracking().Where(a => a.Name == name)
                .OrderBy(a => a.Stored == StoredState.Revoked ? 1 : 0).FirstOrDefaultAsync(cancel);
            if (account is not null && account.Name == name)
            {
                return Known(account);
            }
            var official = await db.Set<WeChatAccount>().Where(a => a.Stored != StoredState.Revoked)
                .Select(a => new OfficialName(a.Name, $"{a.InstitutionName}的账号")).ToListAsync(cancel);
            var inLedger = official.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
            official.AddRange((await institutions.Branches(cancel)).Where(b => !b.PlaceNameUnsettled)
                .Select(b => new OfficialName(bank.BranchAccountName(b.PlaceName), $"{b.Name}的统一名称", IsTaken: false))
                .Where(o => !inLedger.Contains(o.Name)));
            return NameAnswers.Of(name, official, bank);
        }

        private async Task<Answer> ById(string? appId, string? originalId, CancellationToken cancel)
        {
            var account = await db.Set<WeChatAccount>().AsNoTracking()
                .SingleOrDefaultAsync(a => appId != null ? a.AppId == appId : a.OriginalId == originalId, cancel);
            if (account is not null)
            {
                return Known(account);
            }
            var without = await db.Set<WeChatAccount>().CountAsync(a => a.OriginalId == null && a.Stored != StoredState.Revoked, cancel);
            return new(Verdict.Unknown,
                $"不是本行登记的账号：台账中没有{(appId is null ? "原始ID " + originalId : "AppID " + appId)}。"
                + (without == 0 ? "" : $"台账中有 {without} 个账号还没有登记原始ID和AppID，请再按名称核对一次。"), null, null);
        }

        private Answer Known(WeChatAccount account)
        {
            var state = account.StateAt(clock.UtcNow(), switches.IsOn("R07-7"));
            var official = new OfficialAccount(account.Name, account.Form, account.InstitutionName, state, state.Chinese(),
                state == AccountState.Live ? account.VerifiedOn : account.ApprovedOn, account.OriginalId, account.AppId);
            var isLapsed = state is AccountState.VerificationLapsed or AccountState.VerificationExpired or AccountState.Revoked;
            return new(isLapsed ? Verdict.Lapsed : Verdict.Official, Sentence(official), official, null);
        }

        private static string Sentence(OfficialAccount account) => $"“{account.Name}”" + account.State switch
        {
            AccountState.Standing => $"是本行的{account.Form.Chinese()}，办法施行前已有。",
            AccountState.Live => $"是{account.InstitutionName}的{account.Form.Chinese()}，{DayFormat.Day(account.Since!.Value)}完成官方认证。",
            AccountState.AwaitingVerification or AccountState.LateVerificationFiled =>
                $"是{account.InstitutionName}的{account.Form.Chinese()}，{DayFormat.Day(account.Since!.Value)}起列入台账，官方认证尚未生效，暂不对外服务。",
            AccountState.VerificationLapsed => $"曾批准给{account.InstitutionName}，逾期未完成官方认证，批准已失效，现在不得以本行名义对外服务。",
            AccountState.VerificationExpired => $"是{account.InstitutionName}的{account.Form.Chinese()}，微信认证已过期，续认证之前不得对外服务。",
            AccountState.Revoked => $"曾批准给{account.InstitutionName}，批准已撤销，现在不是本行的账号。",
            _ => throw new InvalidOperationException($"No sentence for {account.State}."),
        };
    }
}

/// <summary>What an account is to the bank.</summary>
internal enum Verdict
{
    /// <summary>本行账号</summary>
    Official = 1,

    /// <summary>已失效: in the ledger, but it may not serve customers now.</summary>
    Lapsed = 2,

    /// <summary>仿冒名称: not in the ledger, and like what is.</summary>
    LookAlike = 3,

    /// <summary>不是本行账号</summary>
    Unknown = 4,
}

/// <summary>A name that is the bank's.</summary>
/// <param name="IsTaken">Whether the ledger holds an account of that name; false for a unified name that no branch has yet.</param>
internal sealed record OfficialName(string Name, string Belongs, bool IsTaken = true);
