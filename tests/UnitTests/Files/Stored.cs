using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Files;

namespace WeChatBankGov.UnitTests.Files;

internal static class Stored
{
    /// <summary>What the store gives back, read to its end.</summary>
    public static async Task<byte[]> Read(KernelHouse house, string sha256)
    {
        await using var stream = (await house.Services.GetRequiredService<FileStore>().OpenRead(sha256, default)).ShouldNotBeNull();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
