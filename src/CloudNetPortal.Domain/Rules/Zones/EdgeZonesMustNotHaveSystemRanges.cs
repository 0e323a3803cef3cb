using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones.TrafficTypes;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1009.</summary>
internal sealed class EdgeZonesMustNotHaveSystemRanges : Rule
{
    public override string Id => "CNP1009";
    public override string Title => "Edge zones must not have system ranges";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "addresses of a pod, public or storage ranges"),
        new("b", Warning, Advice, Meaning: "Management, Public or Storage traffic"),
    ];
    public override string Team => "network";
    public override string Why => "An edge zone has no system VMs, so its pods have names only. CloudStack refuses addresses in such a pod, and fails with a null pointer when a public or storage range follows. Management, Public and Storage traffic is accepted and never used.";
    public override string Rejected => "An edge zone with pod range 10.0.1.10–20.";
    public override string Accepted => "An edge zone whose pod has a name and clusters only.";
    public override string Cure => "Remove the addresses (one click).";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.Zone | Reads.Kind | Reads.Networks | Reads.Labels;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not EdgeZone)
            yield break;
        var design = facts.Design;
        foreach (var pod in design.Pods)
        {
            var fields = new[] { ("gateway", pod.Gateway), ("netmask", pod.Netmask) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).ToList();
            string[] ranges = [.. pod.ManagementRanges.Select(r => DesignPath.Of(pod, r)), .. pod.StorageRanges.Select(r => DesignPath.Of(pod, r)), .. pod.GuestRanges.Select(r => DesignPath.Of(pod, r))];
            if (fields.Count + ranges.Length > 0)
                yield return Found(ranges.Length > 0 ? ranges[0] : DesignPath.Of(pod, fields[0].Item1), $"Pod {pod.Name} of edge zone {design.Name} has {string.Join(", ", fields.Select(f => $"{f.Item1} {f.Item2}").Append(ranges.Length > 0 ? Count(ranges.Length, "range") : "").Where(t => t.Length > 0))}; a pod of an edge zone has no addresses.", "a") with
                {
                    Objects = [new("pod", pod.Name, DesignPath.Of(pod))],
                    Fixes = [new("Remove the addresses", [.. fields.Select(f => FieldEdit.Text(DesignPath.Of(pod, f.Item1), f.Item2, null)), .. Removals.Of(design, ranges)])],
                };
        }
        if (design.PublicRanges.Count > 0)
            yield return Found("publicRanges", $"Edge zone {design.Name} has {Count(design.PublicRanges.Count, "public range")}, which CloudStack answers with an error of its own.", "a") with
            {
                Fixes = [new("Remove the public ranges", [.. Removals.Of(design, design.PublicRanges.Select(r => DesignPath.Of(r)))])],
            };
        var useless = design.PhysicalNetworks.SelectMany(n => n.TrafficTypes.Where(t => !t.Type.Equals("Guest", StringComparison.OrdinalIgnoreCase) && TrafficKind.Find(t.Type) is not null).Select(t => (Network: n, Traffic: t))).ToList();
        if (useless.Count > 0)
            yield return Found(DesignPath.Of(useless[0].Network, useless[0].Traffic), $"Edge zone {design.Name} carries {string.Join(", ", useless.Select(u => $"{u.Traffic.Type} on {u.Network.Name}"))}, which it does not use.", "b") with
            {
                Objects = [.. useless.Select(u => new ObjectRef("network", u.Network.Name, DesignPath.Of(u.Network, u.Traffic)))],
                Fixes = [new("Keep Guest only", [.. Removals.Of(design, useless.Select(u => DesignPath.Of(u.Network, u.Traffic)))])],
            };
    }
}
