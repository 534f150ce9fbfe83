using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>How entries and seals are hashed. Changing anything here makes every older seal fail.</summary>
internal static class AuditDigest
{
    /// <summary>What stands before the first seal.</summary>
    public const string Beginning = "";

    private const int IdLength = 16;
    private const int RecordLength = IdLength + SHA256.HashSizeInBytes;

    /// <summary>By time and id; the databases order ids each in their own way, so this is done here.</summary>
    public static IEnumerable<AuditEntry> InOrder(IEnumerable<AuditEntry> entries) =>
        entries.OrderBy(e => e.At).ThenBy(e => e.Id.ToString("N"), StringComparer.Ordinal);

    /// <summary>The entries as a seal lists them: id and digest, one after the other.</summary>
    public static byte[] List(IEnumerable<AuditEntry> entries)
    {
        using var list = new MemoryStream();
        foreach (var entry in InOrder(entries))
        {
            list.Write(entry.Id.ToByteArray(bigEndian: true));
            list.Write(Of(entry));
        }
        return list.ToArray();
    }

    /// <summary>What a seal lists, read back.</summary>
    public static IEnumerable<(Guid Id, byte[] Digest)> Read(byte[] list)
    {
        for (var at = 0; at + RecordLength <= list.Length; at += RecordLength)
        {
            yield return (new Guid(list.AsSpan(at, IdLength), bigEndian: true), list[(at + IdLength)..(at + RecordLength)]);
        }
    }

    /// <summary>The seal's hash, which continues the previous one's.</summary>
    public static string Seal(string previousHash, int number, DateTime at, byte[] list)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previousHash));
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(head, number);
        BinaryPrimitives.WriteInt64BigEndian(head[4..], at.Ticks);
        hash.AppendData(head);
        hash.AppendData(list);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Of(AuditEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(entry)));

    /// <summary>Every field with its length before it, so that no text can pass for a boundary. The seal's number is not part of it.</summary>
    internal static string Canonical(AuditEntry entry)
    {
        var text = new StringBuilder();
        foreach (var field in (ReadOnlySpan<string?>)
        [
            entry.Id.ToString("D"), entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            entry.PersonId?.ToString("D"), entry.PersonName, entry.InstitutionId?.ToString("D"), entry.InstitutionName,
            entry.Action, entry.Title, entry.SubjectId?.ToString("D"), ((int)entry.Result).ToString(CultureInfo.InvariantCulture),
            entry.Codes, entry.Detail, entry.Address,
        ])
        {
            text.Append(field?.Length ?? -1).Append(':').Append(field).Append('\n');
        }
        return text.ToString();
    }
}
