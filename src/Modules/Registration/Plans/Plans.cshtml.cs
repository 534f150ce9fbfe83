using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Plans;

/// <summary>规划: all that were published; whoever published one repeals it.</summary>
public sealed class PlansPage(TimeProvider clock) : GovPage
{
    /// <summary>Part of the title or of the institution's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    // An internal type can't be a public property of a page, so the choice comes as text.
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Only those in force today.</summary>
    [BindProperty(SupportsGet = true)]
    public bool InForce { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    /// <summary>Null when what was asked for is refused.</summary>
    internal ListPage<ListPlans.Item>? List { get; private set; }

    internal PlanKind? Chosen => Enum.TryParse<PlanKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Chosen is not null || InForce;

    internal bool MayPublish =>
        HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[RegistrationPermissions.PublishPlans].IsGrantedTo(Me);

    internal bool MayRepeal(ListPlans.Item plan) => plan.RepealedOn is null && plan.InstitutionId == Me.InstitutionId
        && MayPublish && !PlanRules.MayPublish(plan.Kind, Me).Any();

    internal string StateOf(ListPlans.Item plan) => plan.IsInForce ? "现行有效"
        : plan.RepealedOn is not null ? "已废止"
        : plan.EffectiveFrom > clock.BeijingToday() ? "尚未生效" : "已到期";

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await Load() is { } refusal ? Refuse(refusal) : Page();
    }

    public Task<IActionResult> OnGetExport(string? format) => Export(new ExportPlans.Command(Query), format);

    public async Task<IActionResult> OnPostRepeal(Guid id, int version)
    {
        var outcome = await Send(new RepealPlan.Command(id, version));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load() ?? refusal)
            : Next("/plans", "已废止，自今天起不能再作为申请的规划依据。");
    }

    private ListPlans.Query Query => new(Chosen, InForce, Q, PageRequest.Of(Number, null));

    private async Task<Refusal?> Load()
    {
        var outcome = await Send(Query);
        List = outcome.Succeeded ? outcome.Value : null;
        return outcome.Refusal;
    }
}
