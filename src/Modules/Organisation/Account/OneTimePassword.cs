using System.Security.Cryptography;

namespace WeChatBankGov.Organisation.Account;

/// <summary>A random password to be read out once: three groups of four, without characters that are taken for each other.</summary>
internal static class OneTimePassword
{
    /// <summary>Its holder chooses another before anything else.</summary>
    public const string Claim = "gov:one-time-password";

    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const int Group = 4;

    /// <summary>Some 68 random bits; it satisfies <see cref="PasswordRules"/>.</summary>
    public static string Next()
    {
        while (true)
        {
            var characters = RandomNumberGenerator.GetString(Upper + Lower + Digits, 3 * Group);
            if (characters.Any(char.IsAsciiDigit) && characters.Any(char.IsAsciiLetterLower) && characters.Any(char.IsAsciiLetterUpper))
            {
                return string.Join('-', characters.Chunk(Group).Select(group => new string(group)));
            }
        }
    }
}
