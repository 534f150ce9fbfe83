using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WeChatBankGov.Kernel.Files;

/// <summary>A file in memory, cut as it is stored: never more of it than its rule allows, and one byte.</summary>
internal sealed class FileBuffer
{
    private FileBuffer(List<byte[]> chunks)
    {
        Chunks = chunks;
        Length = chunks.Sum(c => (long)c.Length);
    }

    /// <summary>Each of <see cref="FileChunk.Size"/> but the last; one empty chunk never occurs.</summary>
    public IReadOnlyList<byte[]> Chunks { get; }

    public long Length { get; }

    /// <summary>Reads all, or null as soon as there is more than <paramref name="maxBytes"/>: the rest is not read.</summary>
    public static async Task<FileBuffer?> Read(Stream content, int maxBytes, CancellationToken cancel)
    {
        var chunks = new List<byte[]>();
        var total = 0L;
        while (true)
        {
            var chunk = new byte[Math.Min(FileChunk.Size, maxBytes + 1L - total)];
            var read = await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancel);
            if ((total += read) > maxBytes)
            {
                return null;
            }
            if (read > 0)
            {
                chunks.Add(read == chunk.Length ? chunk : chunk[..read]);
            }
            if (read < chunk.Length)
            {
                return new(chunks);
            }
        }
    }

    public static FileBuffer Of(ReadOnlySpan<byte> bytes)
    {
        var chunks = new List<byte[]>();
        for (; bytes.Length > 0; bytes = bytes[Math.Min(FileChunk.Size, bytes.Length)..])
        {
            chunks.Add(bytes[..Math.Min(FileChunk.Size, bytes.Length)].ToArray());
        }
        return new(chunks);
    }

    public ReadOnlySpan<byte> Head(int length) => Chunks.Count == 0 ? [] : Chunks[0].AsSpan(0, Math.Min(length, Chunks[0].Length));

    /// <summary>The last bytes, put together where a cut runs through them.</summary>
    public ReadOnlySpan<byte> Tail(int length)
    {
        if (Chunks.Count == 0) return [];
        var last = Chunks[^1];
        if (last.Length >= length || Chunks.Count == 1) return last.AsSpan(Math.Max(0, last.Length - length));
        var before = Chunks[^2];
        return (byte[])[.. before.AsSpan(Math.Max(0, before.Length + last.Length - length)), .. last];
    }

    /// <summary>Copies all to native memory of <see cref="Length"/> bytes.</summary>
    public void CopyTo(IntPtr target)
    {
        foreach (var chunk in Chunks)
        {
            Marshal.Copy(chunk, 0, target, chunk.Length);
            target += chunk.Length;
        }
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in Chunks)
        {
            hash.AppendData(chunk);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
