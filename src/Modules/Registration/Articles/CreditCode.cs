namespace WeChatBankGov.Registration.Articles;

/// <summary>统一社会信用代码 by GB 32100-2015: 18 characters, the last a check character over the others.</summary>
internal static class CreditCode
{
    public const int Length = 18;

    /// <summary>The standard leaves out I, O, S, V and Z, which are easily misread.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int Modulus = 31;

    /// <summary>The check character for the first 17; null when one of them is not of the alphabet.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> first17)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in first17)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }
            sum += value * weight;
            weight = weight * 3 % Modulus;
        }
        return Alphabet[(Modulus - sum % Modulus) % Modulus];
    }

    /// <summary>What is wrong with a code; null when it is right.</summary>
    public static string? Problem(string code)
    {
        if (code.Length != Length)
        {
            return $"统一社会信用代码应为 18 位，现有 {code.Length} 位。";
        }
        return CheckCharacter(code.AsSpan(0, Length - 1)) switch
        {
            null => "统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z）。",
            var check when check == code[^1] => null,
            _ => "统一社会信用代码的校验位不符，可能有一位抄错。",
        };
    }
}
