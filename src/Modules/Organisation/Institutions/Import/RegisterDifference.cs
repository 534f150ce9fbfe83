using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>What an import would change of one institution.</summary>
/// <param name="Words">In Chinese; empty when only what follows from above changes, or nothing.</param>
/// <param name="Any">Whether anything changes.</param>
/// <param name="ConcernsPeople">Whether the sign-ins of its people say something that is no longer true.</param>
/// <param name="ConcernsRecords">Whether what other modules keep of it is no longer true.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record RegisterDifference(IReadOnlyList<string> Words, bool Any, bool ConcernsPeople, bool ConcernsRecords, Action Apply)
{
    public static RegisterDifference Between(
        Institution known, RegisterNode node, RegisterNode? parent, Guid managing, Guid? tier1, string place, bool settled)
    {
        var row = node.Row;
        List<string> words = [];
        if (known.Name != node.Name)
        {
            words.Add($"名称改为“{node.Name}”");
        }
        if (known.Level != node.Level)
        {
            words.Add($"层级由{known.Level.Chinese()}改为{node.Level.Chinese()}");
        }
        if (known.ParentId != parent?.Key)
        {
            words.Add($"上级机构改为 {parent?.Code} {parent?.Name}");
        }
        var unsettled = node.Level.IsBranch() && !settled;
        if (known.PlaceName != place)
        {
            words.Add($"地名由“{known.PlaceName}”改为“{place}”");
        }
        if (known.PlaceNameUnsettled != unsettled)
        {
            words.Add(unsettled ? "地名转为待定" : "地名不再待定");
        }
        if (row is not null && known.FullPlaceName != row.FullPlaceName)
        {
            words.Add($"地名全称改为“{row.FullPlaceName}”");
        }
        var concernsPeople = known.Name != node.Name || known.Level != node.Level || known.ManagingBranchId != managing;
        var concernsRecords = concernsPeople || known.Tier1BranchId != tier1;
        var registered = row?.PlaceName ?? known.RegisterPlaceName;
        return new(words,
            words.Count > 0 || concernsRecords || known.RegisterPlaceName != registered,
            concernsPeople,
            concernsRecords,
            () =>
            {
                (known.Name, known.Level, known.ParentId) = (node.Name, node.Level, parent?.Key);
                (known.ManagingBranchId, known.Tier1BranchId) = (managing, tier1);
                known.FullPlaceName = row?.FullPlaceName ?? known.FullPlaceName;
                known.RegisterPlaceName = registered;
                known.CallPlace(place, settled);
            });
    }
}
