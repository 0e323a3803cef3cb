using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Network service providers: find (or add), configure the element, enable.</summary>
public sealed class ProvidersSection : PlanSection
{
    // createPhysicalNetwork makes these itself; adding one again is refused.
    private static readonly IReadOnlyList<string> MadeWithTheNetwork = Objects.ProviderObject.MadeWithTheNetwork;

    private static readonly Dictionary<string, (string List, string Configure)> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VirtualRouter"] = ("listVirtualRouterElements", "configureVirtualRouterElement"),
        ["VpcVirtualRouter"] = ("listVirtualRouterElements", "configureVirtualRouterElement"),
        ["InternalLbVm"] = ("listInternalLoadBalancerElements", "configureInternalLoadBalancerElement"),
        ["Ovs"] = ("listOvsElements", "configureOvsElement"),
    };

    /// <summary>Key of the step that enables a provider.</summary>
    public static string EnableKeyOf(PhysicalNetwork network, NetworkProvider provider) => $"network/{network.Id}/provider/{provider.Id}/enable";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context) =>
        context.Design.PhysicalNetworks.SelectMany(n => n.Providers.Where(p => p.Enabled).SelectMany(p => Provider(n, p)));

    private static IEnumerable<PlanStep> Provider(PhysicalNetwork network, NetworkProvider provider)
    {
        var (networkKey, key) = (NetworksSection.KeyOf(network), $"network/{network.Id}/provider/{provider.Id}");
        var path = $"physicalNetworks/{network.Id}/providers/{provider.Id}";
        var name = MadeWithTheNetwork.FirstOrDefault(n => n.Equals(provider.Name, StringComparison.OrdinalIgnoreCase)) ?? provider.Name;
        var isMade = MadeWithTheNetwork.Contains(name);
        IReadOnlyList<PlanArgument> listed = [PlanArgument.IdOf("physicalnetworkid", networkKey), PlanArgument.Of("name", name)];
        yield return new PlanStep
        {
            Key = key, Section = "Providers", Title = $"Provider {name} of {network.Name}", DesignPath = path, OnlyFinds = isMade, IsAsync = !isMade, After = [networkKey],
            Command = isMade ? "listNetworkServiceProviders" : "addNetworkServiceProvider", Arguments = listed,
            Lookup = new PlanLookup("listNetworkServiceProviders", listed, [PlanArgument.Of("name", name)]) { IgnoreCase = true },
            UndoNote = isMade ? null : "deleteNetworkServiceProvider.",
        };
        var after = key;
        if (Elements.TryGetValue(name, out var element))
        {
            yield return new PlanStep
            {
                Key = $"{key}/element", Section = "Providers", Title = $"Element of {name}", DesignPath = path, OnlyFinds = true, Command = element.List, After = [key],
                Arguments = [PlanArgument.IdOf("nspid", key)],
                Lookup = new PlanLookup(element.List, [PlanArgument.IdOf("nspid", key)], [PlanArgument.IdOf("nspid", key)]),
            };
            after = $"{key}/configure";
            yield return new PlanStep
            {
                Key = after, Section = "Providers", Title = $"Configure {name} of {network.Name}", DesignPath = path, Command = element.Configure, IsAsync = true, After = [$"{key}/element"],
                Arguments = [PlanArgument.IdOf("id", $"{key}/element"), PlanArgument.Of("enabled", "true")],
                ReadBack = new PlanReadBack(element.List, [PlanArgument.IdOf("nspid", key)], [PlanArgument.IdOf("id", $"{key}/element")], [new PlanExpectation("enabled", PlanArgument.Of("enabled", "true"))]),
                UndoNote = $"{element.Configure} enabled=false.",
                Why = "A provider can be enabled only once its element is configured.",
            };
        }
        yield return new PlanStep
        {
            Key = EnableKeyOf(network, provider), Section = "Providers", Title = $"Enable {name} of {network.Name}", DesignPath = path, Command = "updateNetworkServiceProvider", IsAsync = true, After = [after],
            Arguments = [PlanArgument.IdOf("id", key), PlanArgument.Of("state", "Enabled")],
            ReadBack = new PlanReadBack("listNetworkServiceProviders", listed, [PlanArgument.IdOf("id", key)], [new PlanExpectation("state", PlanArgument.Of("state", "Enabled"), Comparison.Exact, $"{path}/enabled")]),
            UndoNote = "updateNetworkServiceProvider state=Disabled.",
            Why = "CloudStack enables a zone without it and refuses the first network that needs it.",
        };
    }
}
