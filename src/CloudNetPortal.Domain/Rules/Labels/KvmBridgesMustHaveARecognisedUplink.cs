using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
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
        new("b", Warning, Advice, Meaning: "several such ports: the first one wins"),
        new("c", Error, Error, Meaning: "a plain device where untagged traffic needs a bridge"),
        new("d", Advice, Advice, Meaning: "a bridge no label names"),
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
        bool UntaggedGuest(PhysicalNetwork network) => facts.Kind is BasicZone || facts.Design.GuestNetworks.Exists(g => CellSets.IsUntagged(g) && CellSets.NetworkOf(facts.Design, g) == network);
        foreach (var group in Native(facts).Select(n => (n.Cell, n.Resolution, Case: Case(n.Cell, n.Resolution))).Where(n => n.Case.Length > 0)
            .GroupBy(n => (n.Resolution.Label, n.Case, Ports: n.Case == "b" ? Names(n.Resolution.UplinkMembers) : n.Case == "a" ? Names(n.Resolution.Members) : "")))
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
                Fixes = [.. Ways(group.Key.Case, [.. group.Select(g => g.Resolution).DistinctBy(r => r.Host)])],
                Subjects = [.. group.Select(g => Subject(g.Resolution)).Distinct()],
                Evidence = [.. group.Take(20).Select(g => $"{g.Resolution.Host.Name} {g.Resolution.Label}: ports {List(g.Resolution.Members.Select(m => m.Name))}").Distinct()],
            };
        }

        var named = facts.Cells.Where(c => c.Hypervisor is Kvm).Select(c => c.Label).OfType<string>().ToHashSet();
        var loose = from host in facts.Hosts
                    where host is { Hypervisor: Kvm, UsesOpenVSwitch: false, Device: not null }
                    from bridge in host.Device!.Interfaces
                    where bridge is { Kind: InterfaceKind.Bridge, MadeByCloudStack: false } && !named.Contains(bridge.Name)
                    let ports = facts.Catalogue.BridgePorts(bridge).Where(p => !p.MadeByCloudStack).ToList()
                    // An empty one is somebody's inner network.
                    where ports.Count > 0 && !ports.Exists(p => KvmLabels.IsRecognised(p.Name))
                    select (Host: host, Bridge: bridge, Ports: ports);
        foreach (var group in loose.GroupBy(l => (l.Bridge.Name, Ports: Names(l.Ports))))
            yield return Found(CataloguePath.Of(group.First().Host.Device!, group.First().Bridge), $"Bridge {group.Key.Name} on {List(group.Select(g => g.Host.Name))} has only {group.Key.Ports}, a name the agent does not take for an uplink; no label names it, so nothing fails now.", "d") with
            {
                Objects = [.. group.Select(g => g.Host.Reference)],
            };

        static string Names(IEnumerable<Interface> ports) => List(ports.Select(p => p.Name));

        string Case(LabelCell cell, LabelResolution label) => label.Target!.Kind switch
        {
            InterfaceKind.Bridge => label.UplinkMembers.Count == 0 ? "a" : label.UplinkMembers.Count > 1 ? "b" : "",
            InterfaceKind.OvsBridge => "",
            _ => (cell.Is("Guest") && UntaggedGuest(cell.Network)) || (cell.Is("Storage") && untaggedStorage) ? "c" : "",
        };
    }

    // A name of which the agent takes the device for an uplink, in the catalogue; the host needs the same by its own commands.
    private static IEnumerable<Fix> Ways(string letter, List<LabelResolution> labels)
    {
        if (letter == "a" && labels.TrueForAll(l => l.Members.Count == 1))
            foreach (var fix in Fix.Choose("Choose another name for the device", Enumerable.Range(0, 16).Select(n => labels[0].Members[0].Kind == InterfaceKind.Bond ? $"bond{n}" : $"eth{n}").Where(n => labels.TrueForAll(l => CatalogueIndex.Named(l.Host.Device!, n) is null)).Take(4)
                .Select(n => new Fix(n, CatalogueEdits: [.. labels.Select(l => new CatalogueEdit.SetPortField(l.Host.Device!.Name, l.Members[0].Name, "name", n))]) { Note = "in the catalogue; rename it on the host as well" })))
                yield return fix;
        yield return new Fix("On the hosts", Manual: string.Join("\n", labels.Take(20).Select(l => letter switch
        {
            "a" when l.Members.Count == 0 => $"{l.Host.Name}: nmcli con mod NIC connection.controller {l.Label} connection.port-type bridge && nmcli con up {l.Label}",
            "a" => $"{l.Host.Name}: put {List(l.Members.Select(m => m.Name))} into a bond (nmcli con add type bond con-name bond1 ifname bond1; nmcli con mod {l.Members[0].Name} connection.controller bond1 connection.port-type bond) and bond1 into {l.Label}",
            "b" => $"{l.Host.Name}: nmcli con mod {l.UplinkMembers[^1].Name} connection.controller \"\" connection.port-type \"\"   # leaves {l.UplinkMembers[0].Name} as the only uplink of {l.Label}",
            _ => $"{l.Host.Name}: nmcli con add type bridge con-name cloudbr1 ifname cloudbr1 stp no; nmcli con mod {l.Label} connection.controller cloudbr1 connection.port-type bridge; then use cloudbr1 as label",
        })) + "\nsystemctl restart cloudstack-agent");
    }
}
