using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class TrafficRules
{
    /// <summary>CS-302: exactly as written.</summary>
    public static readonly IReadOnlySet<string> Types = new HashSet<string>(StringComparer.Ordinal) { "Guest", "Public", "Management", "Storage", "Control", "Vpn", "None" };

    /// <summary>CS-304: types that only one physical network of a zone may carry.</summary>
    public static readonly IReadOnlySet<string> OncePerZone = new HashSet<string>(StringComparer.Ordinal) { "Public", "Management", "Storage", "Control" };

    /// <summary>CS-305: no network of the zone with this traffic may be untagged already.</summary>
    public static void AtMostOneUntagged(CloudState cloud, Zone zone, string trafficType)
    {
        if (cloud.Carriers(zone, trafficType).Exists(n => n.Tag is null))
            throw Refusal.State($"There are more than 1 physical network without tags in the zone: {zone}");
    }

    public static string? Label(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
