namespace WeChatBankGov.Kernel.Files;

/// <summary>What the portal takes in.</summary>
public enum FileKind
{
    Png = 1,

    Jpeg = 2,

    Pdf = 3,
}

internal static class FileKindWords
{
    public static bool IsImage(this FileKind kind) => kind is FileKind.Png or FileKind.Jpeg;

    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Pdf => "application/pdf",
        _ => throw Unknown(kind),
    };

    /// <summary>The endings that a name of this kind may have; the first is given to a name with another.</summary>
    public static string[] Extensions(this FileKind kind) => kind switch
    {
        FileKind.Png => [".png"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Pdf => [".pdf"],
        _ => throw Unknown(kind),
    };

    public static string Chinese(this FileKind kind) => kind switch
    {
        FileKind.Png => "PNG 图片",
        FileKind.Jpeg => "JPEG 图片",
        FileKind.Pdf => "PDF 文档",
        _ => throw Unknown(kind),
    };

    private static ArgumentOutOfRangeException Unknown(FileKind kind) => new(nameof(kind), kind, "Not a kind of file that the portal takes in.");
}
