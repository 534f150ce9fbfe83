using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Plans;

/// <summary>发布规划: the kind follows from who publishes (R03-2).</summary>
public sealed class NewPlanPage : GovPage
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    internal PlanKind Kind => Me.AtHeadOffice ? PlanKind.Unified : PlanKind.Construction;

    public IActionResult OnGet()
    {
        var permission = HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[RegistrationPermissions.PublishPlans];
        return permission.IsGrantedTo(Me) ? Page() : Refuse(Outcome.Forbidden(permission.Refusal));
    }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Refuse(new Refusal(RefusalKind.Shape, []));
        }
        var outcome = await Send(new PublishPlan.Command(
            Kind, Form.Title, Form.DocumentNumber, Form.Summary?.ReplaceLineEndings("\n"), Form.EffectiveFrom, Form.EffectiveTo));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next("/plans", $"已发布《{PlainText.Normalise(Form.Title)}》。");
    }

    /// <summary>What is filled in.</summary>
    public sealed class PlanForm
    {
        public string? Title { get; set; }

        public string? DocumentNumber { get; set; }

        public string? Summary { get; set; }

        public DateOnly? EffectiveFrom { get; set; }

        public DateOnly? EffectiveTo { get; set; }
    }
}
