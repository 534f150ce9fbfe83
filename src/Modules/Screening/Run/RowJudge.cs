using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Screening.Vocabulary;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Run;

/// <summary>What one row of a file comes to: why it is none, or the findings of its three texts. Pure.</summary>
/// <param name="file">Whose employees the file may hold.</param>
/// <param name="vocabulary">The terms and exceptions of this run.</param>
/// <param name="institutions">The register, by code.</param>
/// <param name="nicknamesCount">R06-3's setting.</param>
/// <param name="isExcepted">Whether a branch has dismissed a text before.</param>
internal sealed class RowJudge(
    ScreeningFile file, TermVocabulary vocabulary, IReadOnlyDictionary<string, InstitutionInfo> institutions, bool nicknamesCount,
    Func<Guid, string, bool> isExcepted)
{
    private const int NameLength = 200;
    private const int WeChatIdLength = 100;

    /// <summary>An introduction may be of any length: nobody's row is bad because somebody wrote much.</summary>
    private static readonly (AccountField Field, int Most)[] Fields =
        [(AccountField.Name, NameLength), (AccountField.WeChatId, WeChatIdLength), (AccountField.Introduction, int.MaxValue)];

    /// <summary>Adds the row's findings; what is wrong with the row in Chinese, or null when nothing is.</summary>
    public string? Judge(in ReadRow read, ICollection<ScreeningFinding> findings)
    {
        if (read.Row is not { } row)
        {
            return read.Problem;
        }
        if (ProblemOf(row) is { } problem)
        {
            return problem;
        }
        var institution = institutions[row.InstitutionCode];
        var kind = AccountWords.KindOf(row.Kind)!.Value;
        foreach (var (field, _) in Fields)
        {
            var text = row.TextOf(field).Trim();
            var hits = vocabulary.Screen(text);
            if (hits.Count > 0)
            {
                findings.Add(Finding(row, institution, kind, field, text, hits));
            }
        }
        return null;
    }

    private string? ProblemOf(AccountRow row)
    {
        if (row.EmployeeNumber.Length is 0 or > ScreeningFindingConfig.EmployeeNumberLength)
        {
            return row.EmployeeNumber.Length == 0 ? "工号为空" : $"工号“{Shown(row.EmployeeNumber)}”超过 {ScreeningFindingConfig.EmployeeNumberLength} 个字符";
        }
        if (row.EmployeeName.Length > ScreeningFindingConfig.EmployeeNameLength)
        {
            return $"姓名“{Shown(row.EmployeeName)}”超过 {ScreeningFindingConfig.EmployeeNameLength} 个字符";
        }
        if (!institutions.TryGetValue(row.InstitutionCode, out var institution))
        {
            return row.InstitutionCode.Length == 0 ? "机构号为空" : $"机构名录中没有机构号“{Shown(row.InstitutionCode)}”";
        }
        if (!file.IsWholeBank && institution.ManagingBranchId != file.BranchId)
        {
            return $"机构号“{row.InstitutionCode}”是{institution.Name}，不由{file.BranchName}管理，请由其所属分行或总行导入";
        }
        if (AccountWords.KindOf(row.Kind) is null)
        {
            return row.Kind.Length == 0 ? "账号类型为空" : $"账号类型“{Shown(row.Kind)}”无法识别，应为公众号、视频号、小程序或个人微信";
        }
        if (string.IsNullOrWhiteSpace(row.Name))
        {
            return "微信名为空";
        }
        foreach (var (field, most) in Fields)
        {
            var text = row.TextOf(field);
            if (text.Trim().Length > most)
            {
                return $"{field.Chinese()}“{Shown(text)}”超过 {most} 个字符";
            }
        }
        return null;
    }

    private ScreeningFinding Finding(
        AccountRow row, InstitutionInfo institution, AccountKind kind, AccountField field, string text, IReadOnlyList<Hit> hits)
    {
        // The worst hit says it; words for each of hundreds would be written for nobody.
        var isFinding = ScreeningRules.AccountIsFreeOfBankTerms(kind, field, text, [hits.MaxBy(hit => hit.Level)], nicknamesCount).Any(breach => !breach.IsAdvice);
        var terms = string.Join('、', hits.Select(hit => hit.Term).Distinct());
        var stored = Excerpt.Of(text, hits, ScreeningFindingConfig.TextLength);
        return new()
        {
            Id = Guid.CreateVersion7(),
            FileId = file.Id,
            RowNumber = row.Number,
            Field = field,
            Kind = kind,
            EmployeeNumber = row.EmployeeNumber,
            EmployeeName = row.EmployeeName,
            InstitutionId = institution.Id,
            InstitutionName = institution.Name,
            ManagingBranchId = institution.ManagingBranchId,
            ManagingBranchName = BranchName(institution),
            Tier1BranchId = institution.Tier1BranchId,
            Text = stored.Text,
            Level = isFinding ? FindingLevel.Finding : FindingLevel.Advice,
            Terms = terms.Length <= ScreeningFindingConfig.TermsLength ? terms : terms[..(ScreeningFindingConfig.TermsLength - 1)] + "…",
            Disguise = hits.Aggregate(Disguise.None, (all, hit) => all | hit.Disguise),
            Notes = HitNotes.Write(stored.Hits),
            MatchKey = MatchKeys.Of(row.EmployeeNumber, kind, field, text),
            State = isExcepted(institution.ManagingBranchId, text) ? FindingState.Excepted : FindingState.Open,
        };
    }

    private string BranchName(InstitutionInfo institution) => institution.ManagingBranchId == institution.Id
        ? institution.Name
        : _branches.TryGetValue(institution.ManagingBranchId, out var name) ? name : institution.Name;

    private readonly Dictionary<Guid, string> _branches = institutions.Values.Where(i => i.ManagingBranchId == i.Id).ToDictionary(i => i.Id, i => i.Name);

    /// <summary>What stands in the file, short and without what could turn the sentence round.</summary>
    private static string Shown(string text)
    {
        var start = text.Trim() is { Length: > 40 } longer ? longer[..39] + "…" : text.Trim();
        return PlainText.Problem(start, lineBreaks: false, strict: false) is null ? start : "（含有不可见字符）";
    }
}
