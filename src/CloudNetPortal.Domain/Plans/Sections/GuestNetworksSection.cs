using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Shared guest networks that belong to the zone: the one of a basic zone, those of a zone with security groups.</summary>
public sealed class GuestNetworksSection : PlanSection
{
    /// <summary>Key of the step that makes a guest network.</summary>
    public static string KeyOf(GuestNetwork network) => $"guest-network/{network.Id}";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var offerings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var network in context.Design.GuestNetworks)
        {
            var offering = $"offering/{network.Offering}";
            if (offerings.Add(offering))
                yield return new PlanStep
                {
                    Key = offering, Section = "Ranges", Title = $"Network offering {network.Offering}", Command = "listNetworkOfferings", OnlyFinds = true,
                    Arguments = [PlanArgument.Of("name", network.Offering)],
                    Lookup = new PlanLookup("listNetworkOfferings", [PlanArgument.Of("name", network.Offering)], [PlanArgument.Of("name", network.Offering)]),
                };
            yield return Network(context, network, offering);
        }
    }

    private static PlanStep Network(PlanContext context, GuestNetwork network, string offering)
    {
        var (key, path) = (KeyOf(network), $"guestNetworks/{network.Id}");
        var isBasic = context.Kind.Key == "Basic";
        var carrier = context.Design.PhysicalNetworks.Find(n => n.Id == network.PhysicalNetworkId);
        return new PlanStep
        {
            Key = key, Section = "Ranges", Title = $"Guest network {network.Name}", DesignPath = path, Command = "createNetwork",
            After = [offering, .. context.Design.PhysicalNetworks.SelectMany(n => n.Providers.Where(p => p.Enabled).Select(p => ProvidersSection.EnableKeyOf(n, p)).Prepend(NetworksSection.EnableKeyOf(n)))],
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.IdOf("networkofferingid", offering),
                .. Values(("name", network.Name), ("displaytext", string.IsNullOrEmpty(network.DisplayText) ? network.Name : network.DisplayText)),
                // The ranges of a basic zone belong to its pods.
                .. isBasic ? [] : Values(("gateway", network.Gateway), ("netmask", network.Netmask), ("startip", network.StartIp), ("endip", network.EndIp), ("vlan", network.Vlan)),
                .. carrier is null || isBasic ? Array.Empty<PlanArgument>() : [PlanArgument.IdOf("physicalnetworkid", NetworksSection.KeyOf(carrier))],
            ],
            Lookup = new PlanLookup("listNetworks", [PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.Of("listall", "true")], [PlanArgument.Of("name", network.Name)]),
            ReadBack = new PlanReadBack("listNetworks", [PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.Of("listall", "true")], [PlanArgument.IdOf("id", key)],
                [
                    .. Expect(path, ("name", network.Name, "name", Comparison.Exact), ("networkofferingname", network.Offering, "offering", Comparison.Exact)),
                    .. isBasic ? [] : Expect(path, ("gateway", network.Gateway, "gateway", Comparison.Exact), ("netmask", network.Netmask, "netmask", Comparison.Exact), ("vlan", network.Vlan, "vlan", Comparison.Vlan)),
                ]),
            UndoNote = "deleteNetwork, once nothing uses it.",
            Why = isBasic ? "A basic zone has exactly one guest network." : "System VMs of a zone with security groups start only when it has a shared network with security groups.",
        };
    }
}
