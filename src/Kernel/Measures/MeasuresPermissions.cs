using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Measures;

internal static class MeasuresPermissions
{
    public const string Read = "measures.read";

    public static Permission[] All { get; } =
    [
        new(Read, "查阅管理办法与规则", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "measures.read" },
    ];
}
