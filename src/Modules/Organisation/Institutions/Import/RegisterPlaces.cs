using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Text;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>
/// Whose place name is whose after an import (R06-2): the higher level keeps the short name, the other row comes in as a
/// warning, marked 地名待定.
/// </summary>
internal sealed class RegisterPlaces
{
    private readonly HashSet<Guid> _owners;
    private readonly List<LineNote> _warnings = [];

    private RegisterPlaces(HashSet<Guid> owners) => _owners = owners;

    /// <summary>Clashes, and unified names wider than the platform takes (R06-1).</summary>
    public IReadOnlyList<LineNote> Warnings => _warnings;

    public static RegisterPlaces Of(IReadOnlyList<RegisterNode> nodes, BankOptions bank, GovSettings settings)
    {
        var branches = nodes.Where(n => n.Level.IsBranch()).ToList();
        var places = new RegisterPlaces(PlaceNames.Owners(branches.Select(b => new PlaceNames.Claim(
            b.Key, b.Level, Wanted(b), b.Known is { OwnsPlaceName: true, PlaceNameKey: var key } && key == Folding.Key(Wanted(b))))));
        foreach (var branch in branches.Where(b => b.Row is not null || b.Known!.PlaceNameUnsettled == places.Of(b).Settled))
        {
            places.Warn(branch, bank, settings.NameWidth.Max);
        }
        places._warnings.Sort((a, b) => a.Line.CompareTo(b.Line));
        return places;
    }

    /// <summary>The place name that the institution will have, and whether it is its own.</summary>
    public (string PlaceName, bool Settled) Of(RegisterNode node) => (Wanted(node), _owners.Contains(node.Key));

    /// <summary>
    /// The file's, or the one that an administrator entered for want of a distinguishing one, as long as the register still
    /// says what it said then.
    /// </summary>
    private static string Wanted(RegisterNode node) =>
        node.Row is { } row && row.PlaceName != node.Known?.RegisterPlaceName ? row.PlaceName : node.Known?.PlaceName ?? "";

    private void Warn(RegisterNode branch, BankOptions bank, int widest)
    {
        var line = branch.Row?.Line ?? 0;
        var (place, settled) = Of(branch);
        if (place.Length == 0)
        {
            _warnings.Add(new(line, $"{branch.Code} {branch.Name}没有地名，标为“地名待定”，补充地名之前不能发起订阅号申请。"));
        }
        else if (!settled)
        {
            _warnings.Add(new(line,
                $"{branch.Code} {branch.Name}的地名“{place}”与其他分行相同，标为“地名待定”，录入可以区分的地名之前不能发起订阅号申请（R06-2）。"));
        }
        else if (DisplayWidth.Of(bank.BranchAccountName(place)) is var width && width > widest)
        {
            _warnings.Add(new(line,
                $"{branch.Code} {branch.Name}的账号统一命名为“{bank.BranchAccountName(place)}”，宽度 {width}，超过平台允许的 {widest}（R06-1）。"));
        }
    }
}
