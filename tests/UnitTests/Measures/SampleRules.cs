using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.UnitTests.Measures;

/// <summary>Rules as a module states them.</summary>
internal static class SampleRules
{
    [Rule("R06-1", RuleKind.Block, "分行订阅号名称统一。")]
    [Article(6, "中国ⅩⅩ银行")]
    public static IEnumerable<Breach> NameIsUnified() => Rules.Met;

    [Rule("R06-4", RuleKind.Deadline, "确认的违规名称限期整改。", Derived = true, Switchable = true, FurtherBasis = "行内通行做法。")]
    [Article(6, "中国ⅩⅩ银行")]
    [Article(7, "总行")]
    public static IEnumerable<Breach> RectifiedInTime() => Rules.Met;
}
