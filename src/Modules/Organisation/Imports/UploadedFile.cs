using Microsoft.AspNetCore.Http;

namespace WeChatBankGov.Organisation.Imports;

internal static class UploadedFile
{
    /// <summary>The file's bytes, at most so many; what lies beyond is not read.</summary>
    public static async Task<byte[]> ReadAtMost(this IFormFile file, int most, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[(int)Math.Min(file.Length, most)];
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
