using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Verification;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>One account of the ledger; its handlers record the verification, the head office confirms late ones or revokes.</summary>
public sealed class AccountPage : GovPage
{
    /// <summary>The verification as it is typed.</summary>
    [BindProperty]
    public VerificationForm Form { get; set; } = new();

    /// <summary>The head office's word as it is typed.</summary>
    [BindProperty]
    public LateForm Late { get; set; } = new();

    internal ReadAccount.Detail Account { get; private set; } = null!;

    /// <summary>Whether the person is one of those who confirm and revoke (R07-7); four eyes are asked by the command.</summary>
    internal bool MayConfirm => HttpContext.RequestServices.GetRequiredService<PermissionCatalogue>()[RegistrationPermissions.ConfirmVerification].IsGrantedTo(Me);

    internal bool MayRevoke => MayConfirm && Account.State is (AccountState.VerificationLapsed or AccountState.LateVerificationFiled);

    /// <summary>A late filing that still waits for the head office.</summary>
    internal bool IsCorrection => Account.State == AccountState.LateVerificationFiled;

    /// <summary>WeChat's yearly verification.</summary>
    internal bool IsRenewal => Account.State is AccountState.Live or AccountState.VerificationExpired;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await Load(id) is { } refusal)
        {
            return Refuse(refusal);
        }
        (Form.Version, Form.OriginalId, Form.AppId) = (Account.Version, Account.OriginalId, Account.AppId);
        if (IsCorrection)
        {
            (Form.VerifiedOn, Form.VerifiedUntil) = ($"{Account.VerifiedOn:yyyy-MM-dd}", $"{Account.VerifiedUntil:yyyy-MM-dd}");
        }
        return Page();
    }

    public async Task<IActionResult> OnPostRecord(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Refuse(await Load(id) ?? new Refusal(RefusalKind.Shape, []));
        }
        await using var evidence = Form.Evidence?.OpenReadStream();
        var outcome = await Send(new RecordVerification.Command(
            id, Form.Version, Form.VerifiedOn, Form.VerifiedUntil, Form.OriginalId, Form.AppId, evidence, Form.Evidence?.FileName,
            PlainText.Normalise(Form.IdChangeReason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? refusal)
            : Next($"/ledger/accounts/{id}", outcome.Value.State == AccountState.LateVerificationFiled
                ? "已登记补录，待总行确认后生效。"
                : "已登记官方认证，账号可以对外服务。");
    }

    public async Task<IActionResult> OnPostConfirm(Guid id)
    {
        var outcome = await Send(new ConfirmLateVerification.Command(id, Late.Version, Late.InTime, PlainText.Normalise(Late.Reason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? Renamed(refusal))
            : Next($"/ledger/accounts/{id}", Late.InTime == true ? "已确认为按期完成（补录），账号可以对外服务。" : "已确认为逾期完成，账号可以对外服务。");
    }

    public async Task<IActionResult> OnPostRevoke(Guid id)
    {
        var outcome = await Send(new RevokeApproval.Command(id, Late.Version, PlainText.Normalise(Late.RevocationReason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? Renamed(refusal, "revocationReason"))
            : Next($"/ledger/accounts/{id}", "已撤销批准，名称已释放。");
    }

    public async Task<IActionResult> OnPostReturn(Guid id)
    {
        var outcome = await Send(new ReturnLateVerification.Command(id, Late.Version, PlainText.Normalise(Late.ReturnReason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? Renamed(refusal, "returnReason"))
            : Next($"/ledger/accounts/{id}", "已退回补录，申请机构更正后重新补录。");
    }

    private static Refusal Renamed(Refusal refusal, string reason) =>
        refusal with { Breaches = [.. refusal.Breaches.Select(b => b.Field == "reason" ? b with { Field = "late." + reason } : b)] };

    private static Refusal Renamed(Refusal refusal) =>
        refusal with { Breaches = [.. refusal.Breaches.Select(b => b.Field is { } field ? b with { Field = "late." + field } : b)] };

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadAccount.Query(id));
        Account = outcome.Succeeded ? outcome.Value : Account;
        return outcome.Refusal;
    }

    /// <summary>Part G of annex 1.</summary>
    public sealed class VerificationForm
    {
        public int Version { get; set; }

        /// <summary>As it is typed, for the command to read: what is no day is told together with all the rest.</summary>
        public string? VerifiedOn { get; set; }

        public string? VerifiedUntil { get; set; }

        public string? OriginalId { get; set; }

        public string? AppId { get; set; }

        public IFormFile? Evidence { get; set; }

        /// <summary>Why the yearly verification names other ids.</summary>
        public string? IdChangeReason { get; set; }
    }

    /// <summary>What the head office fills in.</summary>
    public sealed class LateForm
    {
        public int Version { get; set; }

        /// <summary>Null as long as nothing is chosen.</summary>
        public bool? InTime { get; set; }

        public string? Reason { get; set; }

        public string? RevocationReason { get; set; }

        public string? ReturnReason { get; set; }
    }
}
