using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Start;

/// <summary>新建注册申请. Articles 2, 5 and 6: refused here, not only at submission.</summary>
internal static class StartApplication
{
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("新建注册申请")]
    internal sealed record Command(AccountForm? AccountForm) : ICommand<Started>;

    /// <param name="Id">The draft.</param>
    /// <param name="Version">1.</param>
    internal sealed record Started(Guid Id, int Version);

    internal sealed class Handler(
        GovDbContext db, IInstitutions institutions, BankOptions bank, CurrentPerson me, TimeProvider clock, AuditDraft audit, ITimeline timeline)
        : ICommandHandler<Command, Started>
    {
        public async Task<Outcome<Started>> Handle(Command command, CancellationToken cancellationToken)
        {
            var institution = await institutions.Find(me.InstitutionId, cancellationToken)
                ?? throw new InvalidOperationException("The institution of a signed-in person is not in the register.");
            var form = command.AccountForm ?? 0;
            var breaches = Rules.Check(
                IdentityRules.FormIsOneOfTwo(command.AccountForm),                                       // 第二条
                ApplicantRules.LevelMayApply(form, institution.Level, institution.Name),                 // 第五条
                NameRules.OneAccountOneName(form, institution.PlaceNameUnsettled, institution.PlaceName, holder: null)); // 第六条
            if (breaches.Any)
            {
                return breaches;
            }
            var name = form == AccountForm.SubscriptionAccount && institution.Level.IsBranch()
                ? bank.BranchAccountName(institution.PlaceName)
                : "";
            var application = RegistrationApplication.Start(form, institution, name, me, clock.UtcNow());
            db.Add(application);
            timeline.Add(application.Id, "开始填写申请", article: 7);
            audit.SubjectId = application.Id;
            audit.Detail = $"{institution.Name} {form.Chinese()}";
            return new Started(application.Id, application.Version);
        }
    }
}
