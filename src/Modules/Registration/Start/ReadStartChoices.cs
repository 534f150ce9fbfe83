using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Start;

/// <summary>What the person's institution may choose between, and what its subscription account would be called (articles 5, 6).</summary>
internal static class ReadStartChoices
{
    [Permission(RegistrationPermissions.Apply)]
    internal sealed record Query : IQuery<Choices>;

    /// <param name="UnifiedName">What a branch's subscription account is called; null where article 6 fixes no name.</param>
    /// <param name="NameWidth">Its width; 0 without a unified name.</param>
    /// <param name="MostWidth">What the platform allows.</param>
    /// <param name="AgainstSubscription">Why a subscription account can't be started here; empty when it can.</param>
    /// <param name="Holder">What holds the branch's one place already: a draft may be started, but not submitted (R06-2); null when it is free.</param>
    /// <param name="HolderHref">Its page, of the account once there is one, of the application before; null for none.</param>
    internal sealed record Choices(
        InstitutionLevel Level, string InstitutionName, string? UnifiedName, int NameWidth, int MostWidth, IReadOnlyList<Breach> AgainstSubscription,
        string? Holder, string? HolderHref);

    internal sealed class Handler(
        GovDbContext db, NameHolders holders, IInstitutions institutions, BankOptions bank, GovSettings settings, CurrentPerson me) : IQueryHandler<Query, Choices>
    {
        public async Task<Outcome<Choices>> Handle(Query query, CancellationToken cancellationToken)
        {
            var institution = await institutions.Find(me.InstitutionId, cancellationToken)
                ?? throw new InvalidOperationException("The institution of a signed-in person is not in the register.");
            var unified = institution.Level.IsBranch() && !institution.PlaceNameUnsettled ? bank.BranchAccountName(institution.PlaceName) : null;
            var against = Rules.Check(
                ApplicantRules.LevelMayApply(AccountForm.SubscriptionAccount, institution.Level, institution.Name),                    // 第五条
                NameRules.OneAccountOneName(
                    AccountForm.SubscriptionAccount, institution.PlaceNameUnsettled, institution.PlaceName, holder: null));            // 第六条
            var place = NameClaim.ForBranch(institution.Id);
            var holder = unified is null ? null : await db.Set<NameClaim>().AsNoTracking().SingleOrDefaultAsync(c => c.Key == place, cancellationToken);
            var account = await holders.AccountOf(holder?.ApplicationId, cancellationToken);
            return new Choices(
                institution.Level, institution.Name, unified, unified is null ? 0 : DisplayWidth.Of(unified), settings.NameWidth.Max, against.Breaches,
                account?.Words ?? holder?.Holder,
                account is not null ? $"/ledger/accounts/{account.Id}"
                    : holder?.ApplicationId is { } application ? $"/registration/applications/{application}" : null);
        }
    }
}
