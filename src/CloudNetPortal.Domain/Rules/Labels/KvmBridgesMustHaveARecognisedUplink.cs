using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3101.</summary>
internal sealed class KvmBridgesMustHaveARecognisedUplink : KvmRule
{
    public override string Id => "CNP3101";
    public override string Title => "KVM bridges must have a recognised uplink";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "no port with a name the agent knows"),
        new("b", Warning, Warning, Meaning: "several such ports: the first one wins"),
        new("c", Error, Error, Meaning: "a plain device where untagged traffic needs a bridge"),
    ];
    public override string Why => $"The agent looks below each bridge for a port whose name starts with {string.Join(", ", KvmLabels.RecognisedStarts.Where(s => s != "p"))} or is like p1p2. Without one the bridge does not count as a network: the host is refused when it connects, and for the Guest or Public bridge the agent does not even start.";
    public override string Rejected => "cloudbr1 with the only port internet4090, or without any port.";
    public override string Accepted => "cloudbr1 with bond1.";
    public override string Cure => "Put a bond or NIC with a usual name under the bridge, or rename the device on the host (a bond can have any number: bond7).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Kind | Reads.StorageRanges | Reads.GuestNetworks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var untaggedStorage = facts.Design.Pods.Exists(p => p.StorageRanges.Exists(r => CellSets.IsUntagged(r.Vlan)));
        var untaggedGuest = facts.Kind is BasicZone || facts.Design.GuestNetworks.Exists(g => CellSets.IsUntagged(g.Vlan));
        foreach (var group in Native(facts).Select(n => (n.Cell, n.Resolution, Case: Case(n.Cell, n.Resolution))).Where(n => n.Case.Length > 0).GroupBy(n => (n.Resolution.Label, n.Case)))
        {
            var first = group.First();
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            var members = List(first.Resolution.Members.Select(m => m.Name));
            yield return Found(first.Cell.Path, group.Key.Case switch
            {
                "a" => $"Bridge {group.Key.Label} on {List(hosts.Select(h => h.Name))} has {(first.Resolution.Members.Count == 0 ? "no port" : $"only {members}, a name the agent does not take for an uplink")}: the host is refused with “Can not find network: {group.Key.Label}”.",
                "b" => $"Bridge {group.Key.Label} on {List(hosts.Select(h => h.Name))} has {first.Resolution.UplinkMembers.Count} uplinks ({List(first.Resolution.UplinkMembers.Select(m => m.Name))}); CloudStack takes the first it finds for VLANs.",
                _ => $"Label {group.Key.Label} names a plain device on {List(hosts.Select(h => h.Name))}; untagged {first.Cell.Traffic.Type} traffic needs a bridge to plug NICs into.",
            }, group.Key.Case) with
            {
                Objects = [.. hosts.Select(h => h.Reference)],
                Subjects = [.. group.Select(g => Subject(g.Resolution)).Distinct()],
                Evidence = [.. group.Take(20).Select(g => $"{g.Resolution.Host.Name} {g.Resolution.Label}: ports {List(g.Resolution.Members.Select(m => m.Name))}").Distinct()],
            };
        }

        string Case(LabelCell cell, LabelResolution label) => label.Target!.Kind switch
        {
            InterfaceKind.Bridge => label.UplinkMembers.Count == 0 ? "a" : label.UplinkMembers.Count > 1 ? "b" : "",
            InterfaceKind.OvsBridge => "",
            _ => (cell.Is("Guest") && untaggedGuest) || (cell.Is("Storage") && untaggedStorage) ? "c" : "",
        };
    }
}
