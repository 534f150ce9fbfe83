using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Organisation.Account;

/// <summary>What a password has to be. All reasons at once, in Chinese.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 100;

    /// <param name="password">The new one.</param>
    /// <param name="number">The person's employee number, which everybody knows.</param>
    public static IEnumerable<Breach> Sound(string password, string number)
    {
        if (password.Length is < Shortest or > Longest)
        {
            yield return Breach.OfShape("newPassword", $"新密码应为 {Shortest} 至 {Longest} 个字符。");
        }
        if (!password.Any(char.IsAsciiDigit) || !password.Any(char.IsAsciiLetterLower) || !password.Any(char.IsAsciiLetterUpper)
            || password.All(char.IsAsciiLetterOrDigit))
        {
            yield return Breach.OfShape("newPassword", "新密码应同时含有大写字母、小写字母、数字和符号。");
        }
        if (password.Contains(number, StringComparison.OrdinalIgnoreCase))
        {
            yield return Breach.OfShape("newPassword", "新密码不能包含工号。");
        }
    }

    public static IEnumerable<Breach> DiffersFrom(string current, string password)
    {
        if (password == current)
        {
            yield return Breach.OfShape("newPassword", "新密码不能与当前密码相同。");
        }
    }

    public static IEnumerable<Breach> RepeatedAlike(string password, string repeated)
    {
        if (password != repeated)
        {
            yield return Breach.OfShape("repeated", "两次输入的新密码不一致。");
        }
    }
}
