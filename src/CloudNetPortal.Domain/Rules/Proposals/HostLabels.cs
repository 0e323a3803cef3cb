using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>Names that a label may have, from what the hosts of the zone really hold, as answers of a guided fix.</summary>
internal static class HostLabels
{
    /// <summary>The pick-list of a cell: names of the hosts, those that most hosts have first, with their count.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="cell">The place for the label.</param>
    /// <param name="may">Which names may be offered; all without it.</param>
    /// <param name="first">A name that is to stand first although hosts do not tell of it.</param>
    public static IEnumerable<Fix> For(RuleFacts facts, LabelCell cell, Func<string, bool>? may = null, string? first = null)
    {
        var hosts = facts.HostsOf(cell.Hypervisor).ToList();
        var names = hosts.SelectMany(h => LabelReading.For(cell.Hypervisor.Key).NamesOn(h).Distinct()).GroupBy(n => n).Select(g => (Name: g.Key, Hosts: g.Count()))
            .Where(n => n.Name != cell.Label && may?.Invoke(n.Name) != false).OrderByDescending(n => n.Name == first).ThenByDescending(n => n.Hosts).ThenBy(n => n.Name, StringComparer.Ordinal).ToList();
        if (first is not null && !names.Exists(n => n.Name == first))
            names.Insert(0, (first, 0));
        return names.Take(12).Select(n => new Fix($"Use {n.Name}", [FieldEdit.Text(cell.Path, cell.Label, n.Name)]) { Note = n.Hosts == 0 ? null : $"on {n.Hosts} of {hosts.Count} hosts" });
    }
}
