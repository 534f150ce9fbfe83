using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Approve;

/// <summary>A name that customers could take for the one applied for.</summary>
/// <param name="Where">Where it stands, in Chinese.</param>
/// <param name="Href">The record; null when there is none.</param>
/// <param name="Likeness">How near it is.</param>
/// <param name="Difference">How the name applied for differs from it; empty when the two are the same.</param>
internal sealed record SimilarName(string Name, string Where, string? Href, Likeness Likeness, string Difference);

/// <summary>Looks for similar names in the ledger, among applications under way and among the branches' unified names.</summary>
internal sealed class SimilarNames(GovDbContext db, IInstitutions institutions, BankOptions bank)
{
    private const int Most = 200;
    private const int MostShown = 12;

    public async Task<IReadOnlyList<SimilarName>> To(RegistrationApplication application, CancellationToken cancel)
    {
        if (application.Form.Name is not { Length: > 0 } name)
        {
            return [];
        }
        var unified = (await institutions.Branches(cancel))
            .Where(b => b.Id != application.InstitutionId && !b.PlaceNameUnsettled)
            .Select(b => new Candidate(bank.BranchAccountName(b.PlaceName), $"{b.Name}的统一名称，留给该分行", null, IsUnified: true)).ToList();
        var official = unified.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var used = (await InUse(application, name, cancel)).Select(c => c with { IsUnified = official.Contains(c.Name) }).ToList();
        var taken = used.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return [.. used.Concat(unified.Where(u => !taken.Contains(u.Name)))
            .Select(candidate => Compare(name, candidate)).OfType<SimilarName>()
            .OrderByDescending(s => s.Likeness).ThenBy(s => s.Name, StringComparer.Ordinal).Take(MostShown)];
    }

    private SimilarName? Compare(string name, Candidate candidate)
    {
        var found = new OfficialNames([candidate.Name]).Nearest(name);
        var (mine, theirs) = (Core(name), Core(candidate.Name));
        var holds = mine.Length > 1 && theirs.Length > 1
            && (mine.Contains(theirs, StringComparison.Ordinal) || theirs.Contains(mine, StringComparison.Ordinal));
        // Unified names differ from each other by the place alone, so that nearness says nothing of them: 浙江 and 镇江 are no likeness.
        var near = found.Likeness is Likeness.SameKey or Likeness.Equal || holds || (found.Likeness == Likeness.Similar && !candidate.IsUnified);
        if (!near)
        {
            return null;
        }
        var difference = string.Join('；', CharacterDifference.Between(name, candidate.Name).Select(d => d.Between()));
        var likeness = found.Likeness == Likeness.None ? Likeness.Similar : found.Likeness;
        return new(candidate.Name, candidate.Where, candidate.Href, likeness, difference);
    }

    /// <summary>Ledger and applications under way whose folded names share a good part with this one, in one statement.</summary>
    private async Task<List<Candidate>> InUse(RegistrationApplication application, string name, CancellationToken cancel)
    {
        var (key, core) = (Folding.Key(name), Core(name));
        var (first, second) = core.Length > 1 ? (core[..(core.Length / 2)], core[(core.Length / 2)..]) : (key, key);
        var accounts = db.Set<WeChatAccount>()
            .Where(a => a.Stored != StoredState.Revoked && (a.NameKey == key || a.NameKey.Contains(first) || a.NameKey.Contains(second)))
            .OrderBy(a => a.NameKey == key ? 0 : 1).Take(Most)
            .Select(a => new { a.Id, a.Name, IsAccount = true, Number = a.ApplicationNumber, a.InstitutionName });
        var applications = db.Set<NameClaim>()
            .Where(c => c.Key.StartsWith("name:") && (c.Key.Contains(first) || c.Key.Contains(second)))
            .Join(db.Set<RegistrationApplication>(), c => c.ApplicationId, a => a.Id, (c, a) => a)
            .Where(a => a.Id != application.Id
                && (a.State == ApplicationState.InReview || a.State == ApplicationState.InApproval || a.State == ApplicationState.Returned))
            .OrderBy(a => a.Id).Take(Most)
            .Select(a => new { a.Id, Name = a.Form.Name!, IsAccount = false, a.Number, a.InstitutionName });
        var found = await accounts.Concat(applications).ToListAsync(cancel);
        return [.. found.Select(f => new Candidate(f.Name,
            f.IsAccount ? $"台账 · {f.InstitutionName}" : $"在办申请 {f.Number} · {f.InstitutionName}",
            f.IsAccount ? $"/ledger/accounts/{f.Id}" : $"/registration/applications/{f.Id}", IsUnified: false))];
    }

    /// <summary>What tells the bank's names apart: the folded name without the bank's own, and without 分行 at its end.</summary>
    private string Core(string name)
    {
        var (key, full, brief) = (Folding.Key(name), Folding.Key(bank.FullName), Folding.Key(bank.ShortName));
        var bare = key.Replace(full, "", StringComparison.Ordinal).Replace(brief, "", StringComparison.Ordinal);
        var branch = Folding.Key("分行");
        return bare.EndsWith(branch, StringComparison.Ordinal) ? bare[..^branch.Length] : bare;
    }

    private sealed record Candidate(string Name, string Where, string? Href, bool IsUnified);
}

internal static class DifferenceWords
{
    /// <summary>Between two names that both may be right: no "should be".</summary>
    public static string Between(this CharacterDifference difference) => (difference.Actual, difference.Expected) switch
    {
        ("", var other) => $"本申请第{difference.Position}个字处没有“{other}”",
        (var mine, "") => $"本申请{difference.Place}多“{mine}”",
        var (mine, other) => $"{difference.Place}：本申请“{mine}”{Codes(mine, other)}，对方“{other}”{Codes(other, mine)}",
    };

    // Code points only where the eye can't tell the two apart.
    private static string Codes(string text, string other) =>
        Folding.Key(text) != Folding.Key(other) ? "" : $"（{string.Join(' ', text.EnumerateRunes().Select(r => $"U+{r.Value:X4}"))}）";
}
