namespace WeChatBankGov.Approval;

/// <summary>How long, in characters, the texts are that features hand over.</summary>
internal static class ApprovalLengths
{
    public const int Kind = 60;
    public const int Title = 200;
    public const int InstitutionName = 100;
    public const int PersonName = 80;
    public const int DepartmentName = 40;
    public const int Href = 200;
    public const int Step = 60;
    public const int Result = 60;

    /// <summary>Cuts what is only there to be read; a title a little too long must not stop a submission.</summary>
    public static string Cut(this string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
