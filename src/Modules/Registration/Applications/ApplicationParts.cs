namespace WeChatBankGov.Registration.Applications;

/// <summary>Somebody who drafted or submitted an application.</summary>
internal sealed class Contributor
{
    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    public required string PersonName { get; init; }
}

/// <summary>The three elements of article 4, as a set.</summary>
[Flags]
internal enum IdentityElements
{
    None = 0,
    Avatar = 1,
    Name = 2,
    ServicePageDesign = 4,
    All = Avatar | Name | ServicePageDesign,
}

/// <summary>What a file of the application is.</summary>
internal enum FileSlot
{
    /// <summary>头像</summary>
    Avatar = 1,

    /// <summary>服务页面UI设计, up to ten</summary>
    ServicePageDesign = 2,

    /// <summary>与第三方运营商的协议</summary>
    OperatingAgreement = 3,

    /// <summary>个人信息保护影响评估</summary>
    ImpactAssessment = 4,

    /// <summary>应急预案</summary>
    ContingencyPlan = 5,
}

internal static class FileSlots
{
    public const int MostDesigns = 10;

    public static bool HoldsMany(this FileSlot slot) => slot == FileSlot.ServicePageDesign;

    public static bool IsIdentityElement(this FileSlot slot) => slot.Element() != IdentityElements.None;

    /// <summary>The identity element that the file shows (article 4); none for the other files.</summary>
    public static IdentityElements Element(this FileSlot slot) => slot switch
    {
        FileSlot.Avatar => IdentityElements.Avatar,
        FileSlot.ServicePageDesign => IdentityElements.ServicePageDesign,
        _ => IdentityElements.None,
    };

    /// <summary>The field's name in the API and in breaches.</summary>
    public static string Field(this FileSlot slot) => slot switch
    {
        FileSlot.Avatar => "avatar",
        FileSlot.ServicePageDesign => "servicePageDesign",
        FileSlot.OperatingAgreement => "operatingAgreement",
        FileSlot.ImpactAssessment => "impactAssessment",
        FileSlot.ContingencyPlan => "contingencyPlan",
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Not a slot of the form."),
    };

    public static string Chinese(this FileSlot slot) => slot switch
    {
        FileSlot.Avatar => "头像",
        FileSlot.ServicePageDesign => "服务页面UI设计",
        FileSlot.OperatingAgreement => "运营协议",
        FileSlot.ImpactAssessment => "个人信息保护影响评估",
        FileSlot.ContingencyPlan => "应急预案",
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Not a slot of the form."),
    };
}

/// <summary>A file of the application; its bytes are in the content-addressed store.</summary>
internal sealed class ApplicationFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public FileSlot Slot { get; init; }

    public required string FileName { get; init; }

    /// <summary>Where the bytes are.</summary>
    public required string Sha256 { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; init; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public string Href => $"/registration/applications/{ApplicationId}/files/{Id}";
}

/// <summary>What a reviewer or the head office said at a field when the application was returned.</summary>
internal sealed class ApplicationComment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>The submission that it was said of, from 1.</summary>
    public int Round { get; init; }

    /// <summary>In camelCase, as the API spells it.</summary>
    public required string Field { get; init; }

    public required string Text { get; init; }

    /// <summary>Who said it, with department.</summary>
    public required string By { get; init; }
}
