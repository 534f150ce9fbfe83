using System.Security.Cryptography;
using System.Text;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>Compares a register file with the register: what would be new, what would change, whose place name is whose.</summary>
internal sealed class RegisterPlan
{
    private readonly List<Institution> _added = [];
    private readonly List<Action> _changes = [];
    private readonly HashSet<Guid> _moved = [];
    private readonly List<(Institution Institution, string ManagingBranchName)> _followed = [];

    private RegisterPlan(RegisterReport report) => Report = report;

    public RegisterReport Report { get; private set; }

    /// <summary>The new institutions, parents before children.</summary>
    public IReadOnlyList<Institution> Added => _added;

    /// <summary>Institutions whose people's sign-ins say something that is no longer true.</summary>
    public IReadOnlyCollection<Guid> Moved => _moved;

    /// <summary>Institutions of which other modules keep what is no longer true; as they will be once the plan is applied.</summary>
    public IReadOnlyList<ChangedInstitution> Followed => [.. _followed.Select(f => new ChangedInstitution(
        InstitutionRegister.InfoOf(f.Institution), f.ManagingBranchName))];

    /// <summary>Makes the changes to the existing institutions that the plan was made from.</summary>
    public void Apply() => _changes.ForEach(change => change());

    /// <param name="file">What was uploaded.</param>
    /// <param name="existing">The whole register; tracked by the context when the plan is to be applied.</param>
    /// <param name="bank">For the accounts' unified names (R06-1).</param>
    /// <param name="settings">For the platform's longest name.</param>
    public static RegisterPlan Make(RegisterFile file, IReadOnlyList<Institution> existing, BankOptions bank, GovSettings settings) =>
        Make(file.Rows, file.Errors, existing, bank, settings);

    public static RegisterPlan Make(
        IReadOnlyList<InstitutionRow> rows, IReadOnlyList<LineNote> errors, IReadOnlyList<Institution> existing,
        BankOptions bank, GovSettings settings)
    {
        var tree = RegisterTree.Grow(rows, existing);
        // A line that could not be read is missing from the tree, and its children's complaints would only hide the cause.
        errors = errors.Count > 0 ? errors : tree.Errors;
        var plan = new RegisterPlan(new(rows.Count, 0, [], 0, 0, [], errors, ""));
        if (errors.Count == 0)
        {
            plan.Compare(tree, bank, settings);
        }
        return plan;
    }

    private void Compare(RegisterTree tree, BankOptions bank, GovSettings settings)
    {
        var nodes = tree.Nodes.ToList();
        var places = RegisterPlaces.Of(nodes, bank, settings);
        var made = new Dictionary<RegisterNode, (Guid Managing, Guid? Tier1)>(nodes.Count);
        var names = new Dictionary<Guid, string>(nodes.Count);
        List<LineNote> changed = [];
        var unchanged = 0;
        foreach (var node in nodes)
        {
            var parent = tree.ParentOf(node);
            var above = parent is null ? default : made[parent];
            var managing = node.Level <= InstitutionLevel.Tier2Branch ? node.Key : above.Managing;
            var tier1 = node.Level == InstitutionLevel.Tier1Branch ? node.Key : above.Tier1;
            made.Add(node, (managing, tier1));
            names.Add(node.Key, node.Name);
            var (place, settled) = places.Of(node);
            if (node.Known is not { } known)
            {
                _added.Add(ToInstitution(node, parent?.Key, managing, tier1, place, settled));
                continue;
            }
            var difference = RegisterDifference.Between(known, node, parent, managing, tier1, place, settled);
            unchanged += node.Row is not null && difference.Words.Count == 0 ? 1 : 0;
            if (!difference.Any)
            {
                continue;
            }
            _changes.Add(difference.Apply);
            if (difference.Words.Count > 0)
            {
                changed.Add(new(node.Row?.Line ?? 0, $"{known.Code} {known.Name}：{string.Join("；", difference.Words)}"));
            }
            if (difference.ConcernsPeople)
            {
                _moved.Add(known.Id);
            }
            if (difference.ConcernsRecords)
            {
                _followed.Add((known, names[managing]));
            }
        }
        var report = Report with
        {
            New = _added.Count,
            Changed = changed,
            Unchanged = unchanged,
            NotInFile = nodes.Count(n => n.Row is null),
            Warnings = places.Warnings,
        };
        Report = report with { Seal = SealOf(report) };
    }

    private static Institution ToInstitution(
        RegisterNode node, Guid? parentId, Guid managing, Guid? tier1, string place, bool settled)
    {
        var row = node.Row!;
        var institution = new Institution
        {
            Id = node.Id,
            Code = row.Code,
            Level = row.Level,
            Name = row.Name,
            FullPlaceName = row.FullPlaceName,
            RegisterPlaceName = row.PlaceName,
            ParentId = parentId,
            ManagingBranchId = managing,
            Tier1BranchId = tier1,
        };
        institution.CallPlace(place, settled);
        return institution;
    }

    private static string SealOf(RegisterReport report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{report.Rows} {report.New} {report.Unchanged} {report.NotInFile}"));
        foreach (var note in report.Changed.Concat(report.Warnings))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{note.Line} {note.Message}"));
        }
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
