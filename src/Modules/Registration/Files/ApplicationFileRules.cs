using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Files;

/// <summary>What each slot of annex 1 takes in.</summary>
internal static class ApplicationFileRules
{
    private const int Megabyte = 1 << 20;

    private static readonly FileRule Design = new("服务页面UI设计", 10 * Megabyte, FileKind.Png, FileKind.Jpeg, FileKind.Pdf);
    private static readonly FileRule Agreement = new("运营协议", 20 * Megabyte, FileKind.Pdf, FileKind.Png, FileKind.Jpeg);
    private static readonly FileRule Assessment = new("个人信息保护影响评估", 20 * Megabyte, FileKind.Pdf);
    private static readonly FileRule Contingency = new("应急预案", 20 * Megabyte, FileKind.Pdf);

    /// <summary>证明文件 of a verification: a screenshot or a certificate.</summary>
    public static FileRule Evidence { get; } = new("证明文件", 10 * Megabyte, FileKind.Png, FileKind.Jpeg, FileKind.Pdf);

    /// <param name="slot">The slot.</param>
    /// <param name="avatar">What the platform takes as an avatar (a setting).</param>
    public static FileRule Of(FileSlot slot, AvatarLimits avatar) => slot switch
    {
        FileSlot.Avatar => new("头像", avatar.MaxBytes, FileKind.Png, FileKind.Jpeg)
        {
            Square = avatar.Square,
            MinSide = avatar.MinPixels,
            MaxSide = avatar.MaxPixels,
        },
        FileSlot.ServicePageDesign => Design,
        FileSlot.OperatingAgreement => Agreement,
        FileSlot.ImpactAssessment => Assessment,
        FileSlot.ContingencyPlan => Contingency,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Not a slot of the form."),
    };
}
