using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Text;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>录入可以区分的地名 for a branch marked 地名待定: 吉林市 beside the province 吉林. Article 6, R06-2.</summary>
internal static class SettlePlaceName
{
    /// <param name="InstitutionId">The branch.</param>
    /// <param name="Version">The version that the administrator saw.</param>
    /// <param name="PlaceName">The distinguishing short place name.</param>
    [Permission(OrganisationPermissions.ManageInstitutions)]
    [AuditedAs("录入分行地名")]
    internal sealed record Command(Guid InstitutionId, int Version, string PlaceName) : ICommand<Unit>, IConcerns<Institution>
    {
        Guid IConcerns.RecordId => InstitutionId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PlaceName.Trim())
            .NotEmpty().WithMessage("请填写地名。")
            .MaximumLength(Institution.PlaceNameLength).WithMessage($"地名最多 {Institution.PlaceNameLength} 个字。")
            .Must(PlaceNames.IsWellFormed).WithMessage("地名将用于账号名称，只能用汉字、英文字母和间隔号“·”。")
            .OverridePropertyName("placeName");
    }

    internal sealed class Handler(GovDbContext db, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            var branch = await db.Set<Institution>().SingleOrDefaultAsync(i => i.Id == command.InstitutionId, cancellationToken);
            if (branch is null)
            {
                return Outcome.NotFound;
            }
            if (branch.Version != command.Version)
            {
                return Outcome.Stale(branch.Version);
            }
            if (!branch.PlaceNameUnsettled)
            {
                return Outcome.WrongState($"{branch.Name}的地名“{branch.PlaceName}”已经确定，不需要录入。");
            }
            var placeName = command.PlaceName.Trim();
            var breaches = Rules.Check(OrganisationRules.PlaceNameDistinguishes(
                placeName, await NameOfBearer(placeName, branch.Id, cancellationToken)));
            if (breaches.Any)
            {
                return breaches;
            }
            audit.Detail = $"{branch.Code} {branch.Name}：“{branch.PlaceName}”改为“{placeName}”";
            branch.CallPlace(placeName, settled: true);
            return Outcome.Done;
        }

        /// <summary>Another branch that bears the name, settled or not; null when it is free. They are a few hundred.</summary>
        private async Task<string?> NameOfBearer(string placeName, Guid except, CancellationToken cancel)
        {
            var key = Folding.Key(placeName);
            var branches = await db.Set<Institution>()
                .Where(i => i.Id != except && (i.Level == InstitutionLevel.Tier1Branch || i.Level == InstitutionLevel.Tier2Branch))
                .Select(i => new { i.Name, i.PlaceName }).ToListAsync(cancel);
            return branches.FirstOrDefault(b => b.PlaceName.Length > 0 && Folding.Key(b.PlaceName) == key)?.Name;
        }
    }
}
