namespace WeChatBankGov.Kernel.Measures;

/// <summary>What a kind of rule is called on the screen, and what it means there.</summary>
internal static class RuleKindWords
{
    public static string Chinese(this RuleKind kind) => kind switch
    {
        RuleKind.Block => "拦截",
        RuleKind.Authority => "权限",
        RuleKind.Finding => "认定",
        RuleKind.Gate => "门槛",
        RuleKind.Deadline => "期限",
        RuleKind.Advice => "提示",
        _ => throw Unknown(kind),
    };

    public static string Meaning(this RuleKind kind) => kind switch
    {
        RuleKind.Block => "不符合时不予办理，系统不保存任何内容。",
        RuleKind.Authority => "规定由谁办理，其他人员不能办理。",
        RuleKind.Finding => "由人员核实认定，系统不自动处理。",
        RuleKind.Gate => "材料或条件齐备之前，不能进入下一状态。",
        RuleKind.Deadline => "按工作日历计算期限，到期前提醒，逾期后标明。",
        RuleKind.Advice => "记录在案并提示审核人员，不影响办理。",
        _ => throw Unknown(kind),
    };

    private static ArgumentOutOfRangeException Unknown(RuleKind kind) => new(nameof(kind), kind, "Not a kind of the rule catalogue.");
}
