using System.Text.RegularExpressions;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.IntegrationTests.Walk;

/// <summary>
/// One line of walk.tsv: what is asked and which permission it needs. Written down here a second time on purpose: a command
/// that asks for another permission than it should differs from its line.
/// </summary>
internal sealed partial record WalkLine(string Method, string Path, string Permission, IReadOnlyList<int> Answers)
{
    public static IReadOnlyList<WalkLine> All { get; } =
    [
        .. File.ReadAllLines(System.IO.Path.Combine(AppContext.BaseDirectory, "walk.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(c => new WalkLine(c[0], c[1], c[2], c.Length > 3 ? [.. c[3].Split(',').Select(int.Parse)] : [200])),
    ];

    /// <summary>Method and address with every parameter as {}: how an endpoint is told from another.</summary>
    public string Key => KeyOf(Method, Path);

    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);

    public bool IsWrite => Method != "GET";

    /// <summary>The kind of record that the address names last; null when it names none.</summary>
    public string? Record => RecordName().Matches(Path).Select(m => m.Groups[1].Value).LastOrDefault();

    public string Filled(IReadOnlyDictionary<string, Guid> records) => Parameter().Replace(Path, match =>
        match.Value[1] == '=' ? match.Value[2..^1] : records[match.Value[1..^1]].ToString());

    public static string KeyOf(string method, string route) => method + " " + Parameter().Replace(route.Split('&')[0], "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex RecordName();
}

/// <summary>Somebody who walks.</summary>
/// <param name="Name">As a failure tells it.</param>
/// <param name="Person">As the pipeline sees them.</param>
internal sealed record Walker(string Name, CurrentPerson Person)
{
    /// <summary>A request that looks like a write and only answers.</summary>
    private const string Check = "POST /api/v1/screening/check";

    /// <summary>Whether the permission lets them in. A client never writes, whatever scope somebody gave a command.</summary>
    public bool May(WalkLine line, PermissionCatalogue permissions) =>
        line.Permission == CommonPermissions.Anyone
        || (permissions[line.Permission].IsGrantedTo(Person) && !(Person.IsClient && line.IsWrite && line.Key != Check));

    /// <summary>
    /// Whether they see the walk's record of that kind: an application of 浙江省分行 for a subscription account, approved, and what
    /// belongs to it (docs/state-table.md); what was found among that branch's own employees.
    /// </summary>
    /// <param name="kind">As in the path; null where no record is named.</param>
    /// <param name="branch">浙江省分行.</param>
    public bool Sees(string? kind, Guid branch)
    {
        var (inBranch, seesAll) = (Person.InstitutionId == branch,
            Person.IsClient || Person.Duties == Duties.Auditor || (Person.Level == InstitutionLevel.HeadOffice && Person.Department == DepartmentKind.EBanking));
        var inEBanking = inBranch && Person.Department == DepartmentKind.EBanking;
        return kind switch
        {
            null or "institution" or "plan" or "change" => true,
            "nothing" => false,
            "application" or "file" or "review" or "approval" =>
                seesAll || inEBanking || (inBranch && Person.Department == DepartmentKind.GeneralOffice),
            "account" => seesAll || inBranch,
            "import" or "finding" or "case" => !Person.IsClient && (seesAll || inEBanking),
            "person" => Person.Duties is Duties.SystemAdministrator or Duties.SecurityAdministrator or Duties.AuditAdministrator or Duties.Auditor,
            _ => throw new ArgumentException("Who sees a " + kind + "?"),
        };
    }

    /// <summary>
    /// What whoever may not and does not see it hears: 404 keeps a record's existence secret; of what is found among employees most
    /// requests say 403 before they look.
    /// </summary>
    public static int[] Unseen(string? kind) => kind switch
    {
        "application" or "file" or "review" or "approval" or "account" or "person" => [404],
        "import" or "finding" or "case" => [403, 404],
        _ => [403],
    };
}
