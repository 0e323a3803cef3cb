using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Writes designs as a Marvin zone file. With the leftovers and secrets of an import it gives the imported file again.</summary>
public static class MarvinExport
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes designs of any origin.</summary>
    /// <param name="designs">The designs, in order.</param>
    /// <param name="secrets">Plain text by reference; references without a text are left out and listed in the result.</param>
    /// <param name="leftovers">What the import put aside; none for designs that did not come from a Marvin file.</param>
    public static MarvinExportResult Write(IReadOnlyList<ZoneDesign> designs, IReadOnlyDictionary<string, string>? secrets = null, IReadOnlyList<Leftover>? leftovers = null)
    {
        secrets ??= new Dictionary<string, string>();
        var tree = new MarvinTree(designs, secrets);
        var missing = tree.Missing.ToList();
        foreach (var leftover in leftovers ?? [])
            MarvinLeftovers.Apply(leftover, tree, secrets, missing);
        return new(tree.Root, tree.Root.ToJsonString(Format) + "\n", [.. missing.Distinct()], [.. designs.SelectMany(Unsayable)]);
    }

    // What the format has no words for (it knows no storage ranges, no IPv6, no edge zones …) is named rather than dropped.
    private static IEnumerable<string> Unsayable(ZoneDesign design)
    {
        if (design.Kind == "Edge")
            yield return $"{design.Name}: edge zones";
        if (design.Ip6Dns1 is not null || design.Ip6Dns2 is not null)
            yield return $"{design.Name}: IPv6 DNS servers";
        if (design.DedicatedTo is not null)
            yield return $"{design.Name}: dedication of the zone";
        if (design.GuestNetworks.Count > (design.Kind is "Basic" or "AdvancedSecurityGroups" ? 1 : 0))
            yield return $"{design.Name}: further guest networks";
        if (design.PublicRanges.Exists(r => r.ForSystemVms))
            yield return $"{design.Name}: public ranges for system VMs only";
        foreach (var network in design.PhysicalNetworks)
        {
            if (network.VlanDedications.Count > 0)
                yield return $"{network.Name}: dedicated guest VLANs";
            if (network.BroadcastDomainRange is not null)
                yield return $"{network.Name}: broadcast domain range";
            if (network.Providers.Exists(p => !p.Enabled))
                yield return $"{network.Name}: providers that stay off";
        }
        foreach (var pod in design.Pods)
        {
            if (pod.StorageRanges.Count > 0)
                yield return $"{pod.Name}: storage ranges";
            if (pod.ManagementRanges.Count > 1 || pod.ManagementRanges.Exists(r => r.ForSystemVms || r.Vlan is { Length: > 0 }))
                yield return $"{pod.Name}: further management ranges and their VLANs";
            foreach (var cluster in pod.Clusters.Where(c => c.Architecture is not null))
                yield return $"{cluster.Name}: CPU architecture";
            foreach (var host in pod.Clusters.SelectMany(c => c.Hosts).Where(h => h.Device is not null))
                yield return $"{host.Device}: link to the catalogue";
        }
    }
}

/// <summary>A written Marvin file.</summary>
/// <param name="Tree">As a tree.</param>
/// <param name="Text">As indented text.</param>
/// <param name="MissingSecrets">References for which no text was given: the file is incomplete there.</param>
/// <param name="NotSaid">What the designs hold and the format cannot say.</param>
public sealed record MarvinExportResult(JsonObject Tree, string Text, IReadOnlyList<string> MissingSecrets, IReadOnlyList<string> NotSaid);
