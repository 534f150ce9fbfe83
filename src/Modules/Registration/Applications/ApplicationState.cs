namespace WeChatBankGov.Registration.Applications;

/// <summary>Where an application stands. What may be done in which state, and by whom, is the table in docs/state-table.md.</summary>
internal enum ApplicationState
{
    /// <summary>草稿</summary>
    Draft = 1,

    /// <summary>形象审核中</summary>
    InReview = 2,

    /// <summary>总行审批中</summary>
    InApproval = 3,

    /// <summary>已退回: with the applicant again, only the named fields open.</summary>
    Returned = 4,

    /// <summary>已撤回: with the applicant again, everything open.</summary>
    Withdrawn = 5,

    /// <summary>已同意: the account stands in the ledger.</summary>
    Approved = 6,

    /// <summary>不同意</summary>
    Rejected = 7,

    /// <summary>已作废: given up by the applicant.</summary>
    Discarded = 8,
}

internal static class ApplicationStateWords
{
    public static string Chinese(this ApplicationState state) => state switch
    {
        ApplicationState.Draft => "草稿",
        ApplicationState.InReview => "形象审核中",
        ApplicationState.InApproval => "总行审批中",
        ApplicationState.Returned => "已退回",
        ApplicationState.Withdrawn => "已撤回",
        ApplicationState.Approved => "已同意",
        ApplicationState.Rejected => "不同意",
        ApplicationState.Discarded => "已作废",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of an application."),
    };

    /// <summary>The badge's tone on screens.</summary>
    public static string Tone(this ApplicationState state) => state switch
    {
        ApplicationState.Approved => "ok",
        ApplicationState.InReview or ApplicationState.InApproval => "wait",
        ApplicationState.Returned => "warn",
        ApplicationState.Rejected => "stop",
        _ => "quiet",
    };

    /// <summary>With the applicant: may be edited and submitted.</summary>
    public static bool IsEditable(this ApplicationState state) =>
        state is ApplicationState.Draft or ApplicationState.Returned or ApplicationState.Withdrawn;

    /// <summary>Submitted and not ended: it holds its name.</summary>
    public static bool IsUnderWay(this ApplicationState state) =>
        state is ApplicationState.InReview or ApplicationState.InApproval or ApplicationState.Returned;
}
