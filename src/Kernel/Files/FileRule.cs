namespace WeChatBankGov.Kernel.Files;

/// <summary>What a field takes in. One static instance for each field.</summary>
/// <param name="Name">What the field holds, in Chinese, for the messages: 头像.</param>
/// <param name="MaxBytes">The most that may be uploaded, in bytes.</param>
/// <param name="Kinds">The kinds allowed; at least one.</param>
public sealed record FileRule(string Name, int MaxBytes, params FileKind[] Kinds)
{
    /// <summary>Whether a picture must be as wide as it is high.</summary>
    public bool Square { get; init; }

    /// <summary>The least width and height of a picture, in pixels; null when there is none.</summary>
    public int? MinSide { get; init; }

    /// <summary>The greatest width and height of a picture, in pixels; null when only the portal's own bound holds.</summary>
    public int? MaxSide { get; init; }

    /// <summary>头像只接受 PNG、JPEG 图片，不超过 2 MB，正方形，边长 300～2000 像素。</summary>
    public string Allowed => $"{Name}只接受 {KindWords}，不超过 {SizeWords(MaxBytes)}{(Square ? "，正方形" : "")}{SideWords}。";

    internal static string SizeWords(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} 字节",
        < 1 << 20 => $"{bytes / 1024d:0.#} KB",
        _ => $"{bytes / 1048576d:0.#} MB",
    };

    private string KindWords => string.Join("或 ", new[]
    {
        string.Join('、', Kinds.Where(k => k.IsImage()).Select(k => k.Chinese().Split(' ')[0])) is { Length: > 0 } images ? images + " 图片" : "",
        string.Join('、', Kinds.Where(k => !k.IsImage()).Select(k => k.Chinese())),
    }.Where(words => words.Length > 0));

    private string SideWords => (MinSide, MaxSide) switch
    {
        ({ } min, { } max) => $"，边长 {min}～{max} 像素",
        ({ } min, null) => $"，边长不少于 {min} 像素",
        (null, { } max) => $"，边长不超过 {max} 像素",
        _ => "",
    };
}
