using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Paths of findings into a design: property names and ids, as <see cref="Domain.Zones.Documents.FieldEdit.Path"/> has them.</summary>
public static class DesignPath
{
    /// <summary>A physical network, or one of its fields.</summary>
    public static string Of(PhysicalNetwork network, string? field = null) => Join($"physicalNetworks/{network.Id}", field);
    /// <summary>A traffic type, or one of its fields.</summary>
    public static string Of(PhysicalNetwork network, TrafficType traffic, string? field = null) => Join($"physicalNetworks/{network.Id}/trafficTypes/{traffic.Id}", field);
    /// <summary>A label.</summary>
    public static string Label(PhysicalNetwork network, TrafficType traffic, string hypervisor) => Of(network, traffic, $"labels/{hypervisor}");
    /// <summary>A pod, or one of its fields.</summary>
    public static string Of(Pod pod, string? field = null) => Join($"pods/{pod.Id}", field);
    /// <summary>A management range, or one of its fields.</summary>
    public static string Of(Pod pod, ManagementRange range, string? field = null) => Join($"pods/{pod.Id}/managementRanges/{range.Id}", field);
    /// <summary>A storage range, or one of its fields.</summary>
    public static string Of(Pod pod, StorageRange range, string? field = null) => Join($"pods/{pod.Id}/storageRanges/{range.Id}", field);
    /// <summary>A guest range of a basic zone, or one of its fields.</summary>
    public static string Of(Pod pod, GuestRange range, string? field = null) => Join($"pods/{pod.Id}/guestRanges/{range.Id}", field);
    /// <summary>A cluster, or one of its fields.</summary>
    public static string Of(Pod pod, Cluster cluster, string? field = null) => Join($"pods/{pod.Id}/clusters/{cluster.Id}", field);
    /// <summary>A host, or one of its fields.</summary>
    public static string Of(Pod pod, Cluster cluster, Host host, string? field = null) => Join($"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}", field);
    /// <summary>A public range, or one of its fields.</summary>
    public static string Of(PublicRange range, string? field = null) => Join($"publicRanges/{range.Id}", field);
    /// <summary>A guest network, or one of its fields.</summary>
    public static string Of(GuestNetwork network, string? field = null) => Join($"guestNetworks/{network.Id}", field);

    private static string Join(string path, string? field) => field is null ? path : $"{path}/{field}";
}
