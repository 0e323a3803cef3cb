using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1003.</summary>
internal sealed class ZoneOptionsMustFitTheZoneType : Rule
{
    public override string Id => "CNP1003";
    public override string Title => "Zone options must fit the zone type";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "The zone type decides which fields createZone and createPhysicalNetwork accept: a basic zone has no guest CIDR and no VLANs, because nothing in it is separated by VLAN tags. The type cannot be changed later.";
    public override string Rejected => "A basic zone with guest CIDR 10.1.1.0/24.";
    public override string Accepted => "A basic zone without guest CIDR; physical network with broadcast domain POD.";
    public override string Cure => "Take the field away (one click), or choose the other zone type.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Networks | Reads.GuestVlans;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        if (facts.Kind is null)
        {
            yield return Found("kind", $"“{design.Kind}” is no zone type; there are {string.Join(", ", ZoneKind.All.Select(k => k.Key))}.");
            yield break;
        }
        var isBasic = facts.Kind is BasicZone;
        if (isBasic && !string.IsNullOrWhiteSpace(design.GuestCidr))
            yield return Found("guestCidr", $"A basic zone has no guest CIDR; {design.GuestCidr} would be refused.") with { Fixes = [Set("Remove the guest CIDR", "guestCidr", design.GuestCidr, null)] };
        foreach (var network in design.PhysicalNetworks)
        {
            if (isBasic && !string.IsNullOrWhiteSpace(network.GuestVlans))
                yield return Found(DesignPath.Of(network, "guestVlans"), $"A basic zone has no guest VLANs; {network.Name} names {network.GuestVlans}.") with { Fixes = [Set("Remove the VLANs", DesignPath.Of(network, "guestVlans"), network.GuestVlans, null)] };
            var wanted = isBasic ? "POD" : "ZONE";
            if (!string.IsNullOrWhiteSpace(network.BroadcastDomainRange) && !string.Equals(network.BroadcastDomainRange.Trim(), wanted, StringComparison.OrdinalIgnoreCase))
                yield return Found(DesignPath.Of(network, "broadcastDomainRange"), $"The broadcast domain of {network.Name} is {network.BroadcastDomainRange}; {(isBasic ? "a basic" : "an advanced")} zone takes {wanted} only.") with { Fixes = [Set($"Set {wanted}", DesignPath.Of(network, "broadcastDomainRange"), network.BroadcastDomainRange, wanted)] };
        }
    }
}
