using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Guest VLANs kept for one owner. CloudStack joins adjacent ranges of one owner, so sets are compared and not ranges.</summary>
public sealed class DedicationsPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listDedicatedGuestVlanRanges")) return;
        foreach (var network in observation.Design.PhysicalNetworks)
        {
            var id = observation.Ids.GetValueOrDefault(NetworksSection.KeyOf(network));
            List<JsonElement> rows = [.. observation.Rows("listDedicatedGuestVlanRanges").Where(d => FieldPath.Text(d, "physicalnetworkid") == id)];
            foreach (var owner in network.VlanDedications.GroupBy(OwnerOf).ToArray())
            {
                var listed = Union(rows.Where(r => OwnerOf(r) == owner.Key).Select(r => FieldPath.Text(r, "guestvlanrange")));
                var wanted = Union(owner.Select(d => d.Vlans));
                foreach (var dedication in owner.Where(d => listed.ContainsAll(Set(d.Vlans))))
                    if (rows.FirstOrDefault(r => OwnerOf(r) == owner.Key && Set(FieldPath.Text(r, "guestvlanrange")).ContainsAll(Set(dedication.Vlans))) is { ValueKind: JsonValueKind.Object } row)
                        observation.Learn($"dedication/{dedication.Id}", row);
                // Rows that hold nothing but what is wanted are said already.
                if (wanted.Equals(listed)) rows.RemoveAll(r => OwnerOf(r) == owner.Key);
                else foreach (var dedication in owner.Where(d => rows.RemoveAll(r => OwnerOf(r) == owner.Key && Set(FieldPath.Text(r, "guestvlanrange")).Equals(Set(d.Vlans))) == 0).ToArray())
                    network.VlanDedications.Remove(dedication);
            }
            foreach (var row in rows)
            {
                var added = new VlanDedication
                {
                    Id = Observation.IdFor(row), Vlans = FieldPath.Text(row, "guestvlanrange") ?? "",
                    Owner = new Owner { Domain = FieldPath.Text(row, "domainpath"), Account = FieldPath.Text(row, "account"), Project = FieldPath.Text(row, "project") },
                };
                network.VlanDedications.Add(added);
                observation.Learn($"dedication/{added.Id}", row);
            }
        }
    }

    private static string OwnerOf(VlanDedication dedication) => $"{dedication.Owner.Domain?.ToUpperInvariant() ?? "ROOT"}/{dedication.Owner.Account ?? dedication.Owner.Project}";

    private static string OwnerOf(JsonElement row) => $"{FieldPath.Text(row, "domainpath")?.ToUpperInvariant() ?? "ROOT"}/{FieldPath.Text(row, "account") ?? FieldPath.Text(row, "project")}";

    private static VlanSet Set(string? text) => VlanSet.TryParse(text, out var set, out _, int.MaxValue) ? set : VlanSet.Empty;

    private static VlanSet Union(IEnumerable<string?> texts) => texts.Aggregate(VlanSet.Empty, (all, text) => all.Union(Set(text)));
}
