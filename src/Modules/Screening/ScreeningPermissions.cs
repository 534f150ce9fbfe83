using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Screening;

internal static class ScreeningPermissions
{
    public const string Check = "screening.check";

    public static Permission[] All { get; } =
    [
        // Whoever wants to name an account may ask beforehand; the answer holds nothing but what was asked.
        new(Check, "查名称", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "screening.read" },
    ];
}
