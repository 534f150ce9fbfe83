using System.Security.Cryptography;
using System.Text;
using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.Screening.Rows;

/// <summary>Tells whether two findings are the same one: the same person's same text.</summary>
internal static class MatchKeys
{
    /// <summary>Lower-case hexadecimal digits: half a SHA-256 is more than enough not to meet another by chance.</summary>
    public const int Length = 32;

    public static string Of(string employeeNumber, AccountKind kind, AccountField field, string text) =>
        OfText($"{employeeNumber}\n{(int)kind}\n{(int)field}\n{text}");

    /// <summary>The key of a whole text, whoever's it is.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Length / 2));
}
