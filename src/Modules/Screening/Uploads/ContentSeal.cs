using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>
/// Seals a file's pieces with AES-256-GCM under a key of the file's own. Each piece is bound to its file and place, so that pieces
/// can be neither exchanged nor moved unnoticed. Erasing the key erases the content, in backups of the pieces, too.
/// </summary>
internal sealed class ContentSeal(byte[] key, Guid fileId) : IDisposable
{
    public const int KeyLength = 32;
    private const int TagLength = 16;
    private const int NonceLength = 12;

    /// <summary>How much longer a sealed piece is.</summary>
    public const int Overhead = TagLength;

    private readonly AesGcm _aes = new(key, TagLength);

    public byte[] Seal(int index, ReadOnlySpan<byte> content)
    {
        var piece = new byte[content.Length + TagLength];
        _aes.Encrypt(Nonce(index), content, piece.AsSpan(0, content.Length), piece.AsSpan(content.Length), fileId.ToByteArray());
        return piece;
    }

    /// <summary>The content of a piece. Throws CryptographicException when it is not what was sealed at this place.</summary>
    public byte[] Open(int index, ReadOnlySpan<byte> piece)
    {
        var content = new byte[piece.Length - TagLength];
        _aes.Decrypt(Nonce(index), piece[..content.Length], piece[content.Length..], content, fileId.ToByteArray());
        return content;
    }

    public void Dispose() => _aes.Dispose();

    /// <summary>A key seals each place once, so that the place itself is a nonce that never repeats.</summary>
    private static byte[] Nonce(int index)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(NonceLength - sizeof(int)), index);
        return nonce;
    }
}
