using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6304.</summary>
internal sealed class UnusedNicsShouldBeExplained : Rule
{
    public override string Id => "CNP6304";
    public override string Title => "Unused NICs should be explained";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Advice, Off)];
    public override string Team => "network";
    public override string Why => "A NIC that is cabled and carries nothing is either a spare, which the next reader should know, or the chance to give a traffic type NICs of its own.";
    public override string Rejected => "eno2 is cabled and nothing stands on it.";
    public override string Accepted => "eno2 is marked “spare”.";
    public override string Cure => "Mark it as spare (one click), or put a bridge on it.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Where one bridge carries everything, a NIC without cable is a chance as well.
        var oneForAll = facts.LabelRows.SelectMany(r => r.Found).Where(f => f.Target is not null).GroupBy(f => f.Host).Where(g => g.DistinctBy(f => f.Target!.Id).Count() == 1).Select(g => g.Key).ToHashSet();
        var used = facts.Legs.Select(l => l.Port.Id).ToHashSet();
        var idle = (from host in facts.Hosts
                    // In a routed fabric NICs carry tunnels and have no bridge and often no address.
                    where host.HasProfile && Labels.KvmVxlanLabelsMustHaveAnAddress.EvpnAddress(host) is null
                    from port in host.Device!.Interfaces
                    where port is { Kind: InterfaceKind.Physical, ManagementOnly: false, BondId: null, BridgeId: null, Purpose: null or "" } && port.Addresses.Count == 0
                        && (facts.Catalogue.CablesAt(port).Count > 0 || oneForAll.Contains(host)) && !facts.Catalogue.VlansOn(port).Any() && !used.Contains(port.Id)
                        && facts.PathFrom(port).End?.Device.Role != DeviceRoles.Pdu
                    select (host, port)).ToList();
        if (idle.Count > 0)
            yield return Found(CataloguePath.Of(idle[0].host.Device!, idle[0].port, "purpose"), $"{Count(idle.Count, idle.TrueForAll(i => facts.Catalogue.CablesAt(i.port).Count > 0) ? "cabled NIC" : "NIC")} {(idle.Count == 1 ? "carries" : "carry")} nothing: {List(idle.Select(i => $"{i.host.Name} {i.port.Name}"))}.") with
            {
                Objects = [.. idle.Select(i => new ObjectRef("nic", $"{i.host.Name} {i.port.Name}", CataloguePath.Of(i.host.Device!, i.port, "purpose")))],
                Fixes = [new("Mark as spare", CatalogueEdits: [.. idle.Select(i => new CatalogueEdit.SetPortField(i.host.Device!.Name, i.port.Name, "purpose", "spare"))])],
            };
    }
}
