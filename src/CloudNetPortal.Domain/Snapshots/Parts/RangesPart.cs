using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Public ranges, and the guest ranges of the pods of a basic zone.</summary>
public sealed class RangesPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listVlanIpRanges")) return;
        var rows = observation.Rows("listVlanIpRanges").OrderBy(r => FieldPath.Text(r, "startip"), StringComparer.Ordinal).ToArray();
        Public(observation, rows.Where(r => Observation.Flag(r, "forvirtualnetwork")));
        if (observation.Kind is not BasicZone) return;
        foreach (var pod in observation.Design.Pods)
            Guest(observation, pod, rows.Where(r => !Observation.Flag(r, "forvirtualnetwork") && FieldPath.Text(r, "podid") == observation.Ids.GetValueOrDefault(PodsSection.KeyOf(pod))));
    }

    private static void Public(Observation observation, IEnumerable<JsonElement> rows)
    {
        foreach (var (range, row) in observation.Pair(observation.Design.PublicRanges, rows, r => $"public/{r.Id}", r => new PublicRange { Id = Observation.IdFor(r) },
            (p, r) => p.StartIp == FieldPath.Text(r, "startip") && ValueComparison.Same(p.Vlan ?? "", FieldPath.Values(r, "vlan"), Comparison.Vlan),
            (p, r) => p.StartIp == FieldPath.Text(r, "startip"),
            (p, r) => p.Gateway == FieldPath.Text(r, "gateway") && ValueComparison.Same(p.Vlan ?? "", FieldPath.Values(r, "vlan"), Comparison.Vlan)))
        {
            range.EndIp = Observation.TakeEnd(range.EndIp, range.StartIp, row);
            range.StartIp = Observation.Take(range.StartIp, row, "startip") ?? "";
            range.Gateway = Observation.Take(range.Gateway, row, "gateway") ?? "";
            range.Netmask = Observation.Take(range.Netmask, row, "netmask") ?? "";
            range.Vlan = Observation.Take(range.Vlan, row, "vlan", Comparison.Vlan);
            range.ForSystemVms = Observation.Flag(row, "forsystemvms");
            Owner(range, row);
            if (FieldPath.Text(row, "ip6cidr") is { Length: > 0 } cidr) observation.NotKnown($"publicRanges/{range.Id}", $"public range {range.StartIp}", UnknownKind.NoPlace, $"IPv6 prefix {cidr} belongs to it.");
            if (FieldPath.Text(row, "provider") is { Length: > 0 } provider) observation.NotKnown($"publicRanges/{range.Id}", $"public range {range.StartIp}", UnknownKind.NoPlace, $"It is kept for the provider {provider}.");
        }
    }

    // Ranges for system VMs belong to the account “system”; that is no dedication.
    private static void Owner(PublicRange range, JsonElement row)
    {
        var (domain, account, project) = (FieldPath.Text(row, "domainpath"), FieldPath.Text(row, "account"), FieldPath.Text(row, "project"));
        if (account == "system") account = null;
        var isOwned = account is { Length: > 0 } || project is { Length: > 0 };
        if (!isOwned)
        {
            // CloudStack keeps a range for an account or a project, never for a whole domain: such a wish was not sent.
            if (range.DedicatedTo is { Account.Length: > 0 }) range.DedicatedTo = null;
            return;
        }
        if (range.DedicatedTo is { } owner && owner.Account == account && (owner.Project ?? "") == (project ?? "") && string.Equals(owner.Domain, domain, StringComparison.OrdinalIgnoreCase)) return;
        range.DedicatedTo = new Owner { Domain = domain, Account = account, Project = project };
    }

    private static void Guest(Observation observation, Pod pod, IEnumerable<JsonElement> rows)
    {
        foreach (var (range, row) in observation.Pair(pod.GuestRanges, rows, r => $"guest-range/{r.Id}", r => new GuestRange { Id = Observation.IdFor(r) },
            (g, r) => g.StartIp == FieldPath.Text(r, "startip"), (g, r) => g.Gateway == FieldPath.Text(r, "gateway")))
        {
            range.EndIp = Observation.TakeEnd(range.EndIp, range.StartIp, row);
            range.StartIp = Observation.Take(range.StartIp, row, "startip") ?? "";
            range.Gateway = Observation.Take(range.Gateway, row, "gateway") ?? "";
            range.Netmask = Observation.Take(range.Netmask, row, "netmask") ?? "";
            range.Vlan = Observation.Take(range.Vlan, row, "vlan", Comparison.Vlan);
        }
    }
}
