namespace WeChatBankGov.Registration.Applications;

/// <summary>How long the form's texts may be stored, in UTF-16 code units. Columns and validators both take them from here.</summary>
internal static class FormLengths
{
    public const int Name = 60;
    public const int WeChatId = 20;
    public const int Introduction = 300;
    public const int ViVersion = 60;
    public const int PurposeText = 500;
    public const int Justification = 2000;
    public const int SubjectName = 100;
    public const int CreditCode = 18;
    public const int Address = 200;
    public const int PersonName = 40;
    public const int Position = 60;
    public const int Phone = 20;
    public const int EmployeeNumber = 20;
    public const int PublishingFrequency = 60;
    public const int UndertakingVersion = 20;
}
