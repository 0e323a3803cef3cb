using System.Text.Json;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1007.</summary>
internal sealed class SecurityGroupZonesMustNotHavePublicRanges : Rule
{
    public override string Id => "CNP1007";
    public override string Title => "Security group zones must not have public ranges";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "a public range"), new("b", Warning, Advice, Meaning: "a Public traffic type without range")];
    public override string Team => "network";
    public override string Why => "With security groups instances and system VMs have addresses of a shared guest network; CloudStack refuses a public range in such a zone and never uses a Public traffic type.";
    public override string Rejected => "A zone with security groups and the public range 10.0.50.100–200.";
    public override string Accepted => "The same addresses as range of the shared guest network.";
    public override string Cure => "Give the addresses to the shared guest network instead.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.Kind | Reads.Networks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not AdvancedSecurityGroupsZone)
            yield break;
        foreach (var claim in facts.Addresses.Where(a => a.Kind == "public"))
            yield return Found(claim.Path, $"The {claim.Title} would be refused: a zone with security groups has no public ranges.", "a") with { Objects = [claim.Reference], Fixes = [Give(facts.Design, claim)] };
        foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.Traffic("Public") is not null))
            yield return Found(DesignPath.Of(network, network.Traffic("Public")!), $"{network.Name} carries Public traffic, which a zone with security groups does not use.", "b");
    }

    // The addresses become those of the shared network that has none yet, or of a new one.
    private static Fix Give(ZoneDesign design, AddressClaim claim)
    {
        var removed = Removals.Of(design, [claim.Path]);
        if (design.GuestNetworks.Find(g => string.IsNullOrWhiteSpace(g.StartIp)) is { } empty)
            return new Fix($"Give them to {empty.Name}",
            [
                .. removed, .. new[] { ("gateway", empty.Gateway, claim.GatewayText), ("netmask", empty.Netmask, claim.NetmaskText), ("startIp", empty.StartIp, claim.StartText), ("endIp", empty.EndIp, claim.EndText), ("vlan", empty.Vlan, claim.VlanText) }
                    .Where(f => !string.IsNullOrEmpty(f.Item3) && f.Item2 != f.Item3).Select(f => FieldEdit.Text(DesignPath.Of(empty, f.Item1), f.Item2, f.Item3)),
            ]);
        var id = $"shared-{claim.Path.Split('/')[^1]}";
        var network = new GuestNetwork
        {
            Id = id, Name = id, Offering = Traffic.KnownOfferings.SharedWithSecurityGroups, PhysicalNetworkId = design.PhysicalNetworks.Find(n => n.Traffic("Guest") is not null)?.Id,
            Gateway = claim.GatewayText, Netmask = claim.NetmaskText, StartIp = claim.StartText, EndIp = claim.EndText, Vlan = claim.VlanText,
        };
        return new Fix("Make it the range of a shared network", [.. removed, new FieldEdit($"guestNetworks/{id}", null, JsonSerializer.SerializeToNode(network, DesignJson.Options))]);
    }
}
