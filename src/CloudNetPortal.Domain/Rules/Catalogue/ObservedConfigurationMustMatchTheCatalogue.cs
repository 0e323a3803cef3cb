using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0202.</summary>
internal sealed class ObservedConfigurationMustMatchTheCatalogue : Rule
{
    public override string Id => "CNP0202";
    public override string Title => "Observed configuration must match the catalogue";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Warning, Advice, Meaning: "LLDP shows VLANs or a LAG the documented switch port does not have"),
        new("b", Warning, Advice, Meaning: "the host was not read lately"),
    ];
    public override string Team => "network";
    public override string Why => "Rules judge what is documented. When the box says otherwise, they judge a network that is not there. Output of hosts and switches is compared field by field when it is uploaded, and each difference is taken or refused there; what ports hear by LLDP is compared here, all the time.";
    public override string Rejected => "LLDP on kvm-03 eno1 announces VLAN 530; sw-a1 Eth1/3 is documented with 500–519.";
    public override string Accepted => "LLDP announces 500 and 519 only, documented are 500–519: lldpd announces just the two ends of a range, so a VLAN that is not announced says nothing.";
    public override string Cure => "Take what was seen into the documentation (one click), or change the device. Upload the output of hosts that were not read lately.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue | RuleOrigins.LiveData;
    public override Reads Reads => Reads.HostFacts | Reads.Clock | Reads.Pack;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var catalogue = facts.Catalogue;
        // Of what a port heard at several times the last counts.
        var last = facts.Input.Catalogue.Neighbours.GroupBy(n => n.InterfaceId).ToDictionary(g => g.Key, g => g.Max(n => n.SeenAt));
        foreach (var heard in facts.Input.Catalogue.Neighbours.Where(n => (n.Vlans is { IsEmpty: false } || n.Aggregated == true) && last[n.InterfaceId] - n.SeenAt < TimeSpan.FromHours(1)))
        {
            // What one end hears is the configuration of the other.
            if (catalogue.Port(heard.InterfaceId) is not { } listener || facts.PathFrom(listener).End is not { Device.Role: DeviceRoles.Switch, Port: var port, Device: var device })
                continue;
            var asOf = facts.Input.Now - heard.SeenAt > facts.Input.Pack.LiveDataMaxAge ? $" (as of {heard.SeenAt:yyyy-MM-dd})" : "";
            var (vlans, name) = (facts.VlansOf(port), catalogue.NameOf(port));
            IReadOnlyList<string> evidence = [$"{catalogue.NameOf(listener)} heard it {heard.SeenAt:yyyy-MM-dd HH:mm} UTC{(heard.Source is null ? "" : $" ({heard.Source})")}"];
            if (heard.Vlans is { IsEmpty: false } announced && vlans.Tagged is { } tagged
                && announced.Except(vlans.Untagged is { } untagged ? tagged.Union(VlanSet.Of(untagged)) : tagged) is { IsEmpty: false } more)
            {
                var place = vlans.PlaceMissing(more);
                yield return Found(CataloguePath.Of(device, place, "taggedVlans"), $"LLDP on {catalogue.NameOf(listener)} announces VLANs {more.ToDisplay()} of {name}{asOf}, documented are {tagged.ToDisplay()}.", "a") with
                {
                    Objects = [new("port", name, CataloguePath.Of(device, port))], Evidence = evidence,
                    Fixes = [new($"Document {more.ToDisplay()} on {catalogue.NameOf(place)}", CatalogueEdits: [new CatalogueEdit.AllowVlans(device.Name, place.Name, more)])],
                };
            }
            if (heard.Aggregated == true && port.BondId is null)
                yield return Found(CataloguePath.Of(device, port, "bondId"), $"LLDP on {catalogue.NameOf(listener)} says {name} is part of a LAG{asOf}, documented is none.", "a") with
                {
                    Objects = [new("port", name, CataloguePath.Of(device, port))], Evidence = evidence,
                };
        }
        var known = facts.Hosts.Where(h => h.Device is not null).ToList();
        var old = known.Where(h => h.Device!.LogicalHost?.ObservedAt is not { } seen || facts.Input.Now - seen > facts.Input.Pack.LiveDataMaxAge).ToList();
        if (old.Count > 0)
            yield return Unverified("", $"{Count(old.Count, "host")} of {known.Count} {(old.Count == 1 ? "was" : "were")} not read in the last {facts.Input.Pack.LiveDataMaxAge.TotalDays:0} days ({List(old.Select(h => h.Device!.LogicalHost?.ObservedAt is { } seen ? $"{h.Name} on {seen:yyyy-MM-dd}" : $"{h.Name} never"))}): what is documented of {(old.Count == 1 ? "it" : "them")} was not compared with the box. Upload “ip -d -j link” and “ip -j addr” of {(old.Count == 1 ? "it" : "them")}.", "b") with
            {
                Objects = [.. old.Select(h => h.Reference)],
                // Which hosts, not when: a day later it is the same finding.
                Values = "not read",
            };
    }
}
