using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2007.</summary>
internal sealed class GuestNetworksMustEnableTheirProviders : Rule
{
    public override string Id => "CNP2007";
    public override string Title => "Guest networks must enable their providers";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "a provider without which no guest network starts"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a provider the server does not take, or that an offering of the design needs"),
        new("c", Warning, Advice, Meaning: "no provider for VPCs"),
    ];
    public override string Team => "network";
    public override string Why => "A physical network is made with its providers disabled. CloudStack enables a zone all the same and refuses the first network: “Provider VirtualRouter is either not enabled or doesn't support service …”.";
    public override string Rejected => "guest-b carries Guest, VirtualRouter is left disabled.";
    public override string Accepted => "VirtualRouter and VpcVirtualRouter enabled; in a basic zone and with security groups VirtualRouter and SecurityGroupProvider.";
    public override string Cure => "Enable the providers for the zone type (one click). VpcVirtualRouter is a warning only: isolated networks start without it, VPCs do not. Networks isolated by NSX, Netris or Tungsten Fabric have providers of their own and need no virtual router. The push configures the element of a provider before it enables it.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Server;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.GuestNetworks | Reads.Cloud;

    private static readonly string[] Known =
    [
        "VirtualRouter", "VpcVirtualRouter", "InternalLbVm", "SecurityGroupProvider", "ConfigDrive", "Netscaler", "JuniperSRX", "JuniperContrailRouter", "JuniperContrailVpcRouter", "F5BigIp", "PaloAlto", "NiciraNvp", "CiscoVnmc", "NuageVsp",
        "Ovs", "Opendaylight", "BrocadeVcs", "GloboDns", "BigSwitchBcf", "ElasticLoadBalancerVm", "ExternalDhcpServer", "ExternalGateWay", "BaremetalDhcpProvider", "BaremetalPxeProvider", "BaremetalUserdataProvider", "Tungsten", "Nsx", "Netris",
    ];

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not { } kind)
            yield break;
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            var path = DesignPath.Of(network, "providers");
            ObjectRef[] objects = [new("network", network.Name, path)];
            foreach (var unknown in network.Providers.Where(p => !Known.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
                yield return Found($"{path}/{unknown.Id}/name", $"“{unknown.Name}” on {network.Name} is no network service provider of CloudStack.", "b") with
                {
                    Objects = objects, Fixes = NearNames.Nearest(unknown.Name, Known) is { } near ? [Set($"Use {near}", $"{path}/{unknown.Id}/name", unknown.Name, near)] : [],
                };
            if (network.Traffic("Guest") is null)
                continue;
            var enabled = network.Providers.Where(p => p.Enabled).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (enabled.Contains("Tungsten") && network.Traffic("Management") is null)
                yield return Found(path, $"Tungsten on {network.Name} needs Management on the same physical network.", "b") with { Objects = objects };
            var ofTheOffering = facts.Design.GuestNetworks.Where(g => CellSets.NetworkOf(facts.Design, g) == network).SelectMany(g => KnownOfferings.Find(facts, g.Offering)?.Services.Values.SelectMany(p => p).Select(p => (Offering: g.Offering, Provider: p)) ?? []).DistinctBy(p => p.Provider).Where(p => !enabled.Contains(p.Provider)).ToList();
            if (ofTheOffering.Count > 0)
                yield return Found(path, $"{network.Name} does not enable {List(ofTheOffering.Select(p => p.Provider))}, which the offering {ofTheOffering[0].Offering} of its guest network uses: createNetwork would be refused.", "b") with
                {
                    Objects = objects, Fixes = [Enable(network, ofTheOffering.Select(p => p.Provider))],
                };
            if (network.IsolationMethods.Exists(m => m.Trim() is "NSX" or "Netris" or "TF"))
                continue;
            var missing = kind.Providers.Where(p => p is "VirtualRouter" or "SecurityGroupProvider" && !enabled.Contains(p) && !ofTheOffering.Exists(o => o.Provider == p)).ToList();
            if (missing.Count > 0)
                yield return Found(path, $"{network.Name} carries Guest and does not enable {List(missing)}: the first guest network is refused.", "a") with { Objects = objects, Fixes = [Enable(network, [.. missing, .. Vpc()])] };
            if (Vpc().Any())
                yield return Found(path, $"{network.Name} does not enable VpcVirtualRouter: no VPC can be made on it.", "c") with { Objects = objects, Fixes = [Enable(network, Vpc())] };

            IEnumerable<string> Vpc() => kind.Providers.Where(p => p == "VpcVirtualRouter" && !enabled.Contains(p));
        }
    }

    private static Fix Enable(PhysicalNetwork network, IEnumerable<string> names)
    {
        var edits = new List<FieldEdit>();
        foreach (var name in names)
            edits.Add(network.Providers.Find(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } there
                ? FieldEdit.Switch(DesignPath.Of(network, $"providers/{there.Id}/enabled"), false, true)
                : new FieldEdit(DesignPath.Of(network, $"providers/{network.Id}-{name.ToLowerInvariant()}"), null, new JsonObject { ["id"] = $"{network.Id}-{name.ToLowerInvariant()}", ["name"] = name, ["enabled"] = true }));
        return new Fix($"Enable {List(names)} on {network.Name}", edits);
    }
}
