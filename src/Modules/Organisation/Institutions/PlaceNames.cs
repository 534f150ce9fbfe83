using System.Text;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Text;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>The short place names by which the branches' accounts are called (article 6, R06-2).</summary>
internal static class PlaceNames
{
    /// <summary>A branch that would bear a place name.</summary>
    /// <param name="Id">The branch.</param>
    /// <param name="Level">The higher level keeps a name that two share.</param>
    /// <param name="PlaceName">The name it would bear.</param>
    /// <param name="Holds">Whether the name is its own already: of two on the same level the one that has it keeps it.</param>
    internal readonly record struct Claim(Guid Id, InstitutionLevel Level, string PlaceName, bool Holds);

    /// <summary>
    /// The branches that own their place name: it is theirs alone, or the others who share it stand lower. Of several on the same
    /// highest level the one that holds it; when none does, none owns it, because nothing says which of them it should be.
    /// </summary>
    public static HashSet<Guid> Owners(IEnumerable<Claim> claims)
    {
        var owners = new HashSet<Guid>();
        foreach (var sharers in claims.Where(c => c.PlaceName.Length > 0).GroupBy(c => Folding.Key(c.PlaceName), StringComparer.Ordinal))
        {
            var highestLevel = sharers.Min(c => c.Level);
            var highest = sharers.Where(c => c.Level == highestLevel).ToList();
            if (highest.Count > 1)
            {
                highest.RemoveAll(c => !c.Holds);
            }
            if (highest.Count == 1)
            {
                owners.Add(highest[0].Id);
            }
        }
        return owners;
    }

    /// <summary>Whether it can be a place name in an account's name: Chinese characters, Latin letters and the dot of 西双·版纳.</summary>
    public static bool IsWellFormed(string placeName) =>
        placeName.EnumerateRunes().All(r => r.Value == '·' || (r.IsAscii ? Rune.IsLetter(r) : IsHan(r.Value)));

    private static bool IsHan(int code) => code is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFD);
}
