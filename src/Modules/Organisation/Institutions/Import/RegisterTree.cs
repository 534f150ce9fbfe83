using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>An institution as it would be: what the register holds, with the file's line put over it.</summary>
internal sealed class RegisterNode
{
    public required string Code { get; init; }

    /// <summary>The institution that exists; null for a new one.</summary>
    public Institution? Known { get; init; }

    /// <summary>The file's line; null for what the file does not mention.</summary>
    public InstitutionRow? Row { get; set; }

    /// <summary>The code of what it hangs under; empty for none.</summary>
    public required string ParentCode { get; set; }

    public InstitutionLevel Level => Row?.Level ?? Known!.Level;

    public string Name => Row?.Name ?? Known!.Name;

    /// <summary>What it is in the database, known or to be.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid Key => Known?.Id ?? Id;
}

/// <summary>The register as it would be after the import, and whether it is a tree whose levels nest (R08-1).</summary>
internal sealed class RegisterTree
{
    private readonly Dictionary<string, RegisterNode> _nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LineNote> _errors = [];

    private RegisterTree()
    {
    }

    /// <summary>What keeps it from being imported, by line.</summary>
    public IReadOnlyList<LineNote> Errors => _errors;

    /// <summary>All institutions, higher levels first, then by code. A parent comes before its children when there are no errors.</summary>
    public IEnumerable<RegisterNode> Nodes => _nodes.Values.OrderBy(n => n.Level).ThenBy(n => n.Code, StringComparer.Ordinal);

    /// <summary>The institution above; null for the head office, and where the code is unknown.</summary>
    public RegisterNode? ParentOf(RegisterNode node) => _nodes.GetValueOrDefault(node.ParentCode);

    public static RegisterTree Grow(IEnumerable<InstitutionRow> rows, IReadOnlyList<Institution> existing)
    {
        var tree = new RegisterTree();
        var codes = existing.ToDictionary(i => i.Id, i => i.Code);
        foreach (var known in existing)
        {
            tree._nodes.Add(known.Code, new() { Code = known.Code, Known = known, ParentCode = known.ParentId is { } p ? codes[p] : "" });
        }
        foreach (var row in rows)
        {
            tree.Add(row);
        }
        tree.Check();
        return tree;
    }

    private void Add(InstitutionRow row)
    {
        if (!_nodes.TryGetValue(row.Code, out var node))
        {
            _nodes.Add(row.Code, new() { Code = row.Code, Row = row, ParentCode = row.ParentCode });
        }
        else if (node.Row is { } earlier)
        {
            _errors.Add(new(row.Line, $"机构代码 {row.Code} 与第 {earlier.Line} 行重复。"));
        }
        else
        {
            (node.Row, node.ParentCode) = (row, row.ParentCode);
        }
    }

    private void Check()
    {
        var headOffices = _nodes.Values.Where(n => n.Level == InstitutionLevel.HeadOffice).ToList();
        if (headOffices.Count != 1)
        {
            var line = headOffices.Select(h => h.Row?.Line ?? 0).DefaultIfEmpty(0).Max();
            _errors.Add(new(line, headOffices.Count == 0
                ? "文件和现有名录中都没有总行，请在文件中加上总行一行。"
                : $"总行只能有一家，现有 {headOffices.Count} 家：{string.Join("、", headOffices.Take(5).Select(h => h.Code))}。"));
        }
        foreach (var node in _nodes.Values)
        {
            // What the file says nothing of was in order before; it can only have been spoiled by a change above it.
            var parent = ParentOf(node);
            if ((node.Row ?? parent?.Row)?.Line is { } line && Problem(node, parent) is { } problem)
            {
                _errors.Add(new(line, problem));
            }
        }
        _errors.Sort((a, b) => a.Line.CompareTo(b.Line));
    }

    private string? Problem(RegisterNode node, RegisterNode? parent)
    {
        if (parent is null && node.ParentCode.Length > 0)
        {
            return $"上级机构代码 {node.ParentCode} 既不在文件中，也不在现有名录中。";
        }
        if (OrganisationRules.LevelsNest(node.Name, node.Level, parent?.Level).FirstOrDefault() is not { } breach)
        {
            return null;
        }
        return ReturnsTo(node)
            ? $"“{node.Name}”（{node.Code}）的上级机构绕回到它自己，形成循环。"
            : breach.Message + breach.Remedy;
    }

    /// <summary>
    /// Whether the way up ends where it began. Asked only where the levels do not nest, which every circle has a place for; a
    /// circle longer than anybody makes by mistake is still refused for its levels.
    /// </summary>
    private bool ReturnsTo(RegisterNode start)
    {
        const int longest = 64;
        var node = ParentOf(start);
        for (var steps = 0; node is not null && node != start && steps < longest; steps++)
        {
            node = ParentOf(node);
        }
        return node == start;
    }
}
