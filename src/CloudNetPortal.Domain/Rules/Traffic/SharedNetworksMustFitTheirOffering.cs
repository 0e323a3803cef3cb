using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2008.</summary>
internal sealed class SharedNetworksMustFitTheirOffering : Rule
{
    public override string Id => "CNP2008";
    public override string Title => "Shared networks must fit their offering";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "createNetwork compares every value with the offering: a VLAN is given exactly when the offering says so, a shared network needs gateway, netmask and a first address, and only shared and L2 networks may name their physical network.";
    public override string Rejected => "A shared network with VLAN 120 and an offering that specifies no VLAN.";
    public override string Accepted => "An offering that specifies VLANs, and VLAN 120.";
    public override string Cure => "Choose an offering that fits, or give and take the values it asks for. IPv6 ranges and second subnets are no part of a design. Networks of a basic zone are judged by CNP1005.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans | Reads.PublicRanges | Reads.GuestNetworks | Reads.Pods | Reads.StorageRanges | Reads.Cloud | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null)
            yield break;
        var (unread, told, read) = (new List<GuestNetwork>(), new HashSet<GuestNetwork>(), facts.Input.Cloud?.ReadAt ?? default);
        var old = facts.Input.Now - read > facts.Input.Pack.LiveDataMaxAge;
        foreach (var network in facts.Design.GuestNetworks)
        {
            ObjectRef[] objects = [new("network", network.Name, DesignPath.Of(network))];
            Finding Say(string field, string message, params IReadOnlyList<Fix> fixes)
            {
                told.Add(network);
                return Found(DesignPath.Of(network, field), message) with { Objects = objects, Fixes = fixes };
            }
            var asOf = old && facts.Input.Cloud is not null ? $" (as of {read:yyyy-MM-dd})" : "";
            if (KnownOfferings.Find(facts, network.Offering) is not { } offering || KnownOfferings.IsAbsent(facts, network.Offering))
            {
                if (string.IsNullOrWhiteSpace(network.Offering))
                    yield return Say("offering", $"Guest network {network.Name} names no network offering.", [.. Offerings(facts, network)]);
                else if (KnownOfferings.IsAbsent(facts, network.Offering))
                    yield return Say("offering", $"The cloud has no network offering “{network.Offering}”, which guest network {network.Name} names{asOf}.", NearNames.Nearest(network.Offering, facts.Input.Cloud!.NetworkOfferings) is { } near ? [Set($"Use {near}", DesignPath.Of(network, "offering"), network.Offering, near), .. Offerings(facts, network)] : [.. Offerings(facts, network)]);
                else
                    unread.Add(network);
                continue;
            }
            if (!offering.IsEnabled)
                yield return Say("offering", $"Network offering {offering.Name} of {network.Name} is {offering.State}{asOf}; it has to be enabled.", [.. Offerings(facts, network)]);
            // What else a basic zone asks of its one network is CNP1005.
            if (facts.Kind is BasicZone)
                continue;
            if (offering.SpecifyVlan && CellSets.IsUntagged(network.Vlan) && string.IsNullOrWhiteSpace(network.Vlan))
                yield return Say("vlan", $"Offering {offering.Name} asks for a VLAN, and guest network {network.Name} names none.", [.. Fix.Choose("Choose a VLAN", [.. FreeVlans.Single(facts, 5, v => [FieldEdit.Text(DesignPath.Of(network, "vlan"), network.Vlan, $"{v}")]), Fix.Ask("Another", "VLAN", DesignPath.Of(network, "vlan"), network.Vlan)])]);
            else if (!offering.SpecifyVlan && !string.IsNullOrWhiteSpace(network.Vlan))
                yield return Say("vlan", $"Offering {offering.Name} takes no VLAN, and guest network {network.Name} names {network.Vlan}.", Set("Take the VLAN away", DesignPath.Of(network, "vlan"), network.Vlan, null));
            if (offering.GuestType == "Isolated" && network.PhysicalNetworkId is not null)
                yield return Say("physicalNetworkId", $"Guest network {network.Name} names its physical network; with an offering for isolated networks its tag decides.", Set("Leave it to the tag", DesignPath.Of(network, "physicalNetworkId"), network.PhysicalNetworkId, null));
            if (offering.Has("Lb") && offering.Has("StaticNat") && offering.Name.Contains("EIP", StringComparison.OrdinalIgnoreCase))
                yield return Say("offering", $"Offering {offering.Name} has elastic addresses, which basic zones have only.");
            if (offering.GuestType == "L2" && facts.Design.PhysicalNetworks.Exists(n => n.IsolationMethods.Contains("NSX")))
                yield return Say("offering", $"{network.Name} is an L2 network; a zone with NSX has none.");
            if (offering.GuestType != "Shared")
                continue;
            if (!offering.SpecifyIpRanges)
                yield return Say("offering", $"Offering {offering.Name} of shared network {network.Name} does not specify IP ranges; CloudStack makes no shared network of it.", [.. Offerings(facts, network)]);
            var lacking = new[] { ("gateway", network.Gateway), ("netmask", network.Netmask), ("startIp", network.StartIp) }.Where(f => string.IsNullOrWhiteSpace(f.Item2)).Select(f => f.Item1).ToList();
            if (lacking.Count > 0)
                yield return Say(lacking[0], $"Shared network {network.Name} needs gateway, netmask and a first address; {List(lacking.Select(l => l == "startIp" ? "the first address" : $"the {l}"))} {(lacking.Count == 1 ? "is" : "are")} missing.") with { Subjects = [$"{DesignPath.Of(network)}/missing"] };
            else if (Ipv4.TryParse(network.Gateway, out var gateway) && Ipv4Subnet.TryParse(network.Gateway, network.Netmask, out var subnet) && subnet.PrefixLength < 31 && (gateway == subnet.Network || gateway == subnet.Broadcast))
                yield return Say("gateway", $"The gateway {gateway} of shared network {network.Name} is the {(gateway == subnet.Network ? "network" : "broadcast")} address of {subnet}.");
        }
        var aged = old ? facts.Design.GuestNetworks.FindAll(g => !told.Contains(g) && KnownOfferings.OfTheCloud(facts, g.Offering) is not null) : [];
        if (aged.Count > 0)
            yield return Unverified(DesignPath.Of(aged[0], "offering"), $"{List(aged.Select(a => $"Offering {a.Offering} of {a.Name}"))} fitted on {read:yyyy-MM-dd}, when the cloud was read last, more than {facts.Input.Pack.LiveDataMaxAge.TotalDays:0} days ago. Read the cloud again.") with { Values = string.Join(' ', aged.Select(a => $"{a.Id} {a.Offering}")) };
        if (unread.Count > 0)
            yield return Unverified(DesignPath.Of(unread[0], "offering"), $"{List(unread.Select(u => $"Offering {u.Offering} of {u.Name}"))} {(unread.Count == 1 ? "was" : "were")} not compared with what {(unread.Count == 1 ? "its network asks" : "their networks ask")} of {(unread.Count == 1 ? "it" : "them")}: the offerings of the cloud were not read. Read the cloud.");
    }

    // Enabled offerings of the cloud that take what the network states: a VLAN or none, addresses or none.
    private static IEnumerable<Fix> Offerings(RuleFacts facts, GuestNetwork network) => Fix.Choose("Choose an offering that fits", (facts.Input.Cloud?.Offerings ?? [])
        .Where(o => o.IsEnabled && o.Name != network.Offering && o.SpecifyVlan == !string.IsNullOrWhiteSpace(network.Vlan) && (o.GuestType == "Shared") == !string.IsNullOrWhiteSpace(network.StartIp) && (o.GuestType != "Shared" || o.SpecifyIpRanges))
        .Select(o => new Fix(o.Name, [FieldEdit.Text(DesignPath.Of(network, "offering"), network.Offering, o.Name)]) { Note = $"{o.GuestType}, {(o.SpecifyVlan ? "with a VLAN of its own" : "without a VLAN")}" }));
}
