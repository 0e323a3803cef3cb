using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Controllers and appliances behind a provider: CloudStack 4.23 as built in the open has no commands for them, so no plan can send them.</summary>
internal static class UnsentDevices
{
    public static IEnumerable<PlanProblem> In(ZoneDesign design) =>
        from network in design.PhysicalNetworks
        from provider in network.Providers
        where provider is { Enabled: true, Devices.Count: > 0 }
        let names = string.Join(", ", provider.Devices.Select(d => d.HostName ?? d.DeviceType ?? d.Id))
        select new PlanProblem($"network/{network.Id}/provider/{provider.Id}", $"Provider {provider.Name} of {network.Name}",
            $"Its device{(provider.Devices.Count == 1 ? "" : "s")} {names} cannot be sent, and CloudStack enables the provider only with {(provider.Devices.Count == 1 ? "it" : "them")}.",
            "Turn the provider off in the design, push, then add device and provider in CloudStack itself.", $"physicalNetworks/{network.Id}/providers/{provider.Id}");
}
