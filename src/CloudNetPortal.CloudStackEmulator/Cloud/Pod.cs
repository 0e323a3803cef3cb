using CloudNetPortal.CloudStackEmulator.Addresses;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class Pod : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string Name { get; set; } = "";
    public string? Gateway { get; set; }
    public string? Netmask { get; set; }
    public bool Enabled { get; set; } = true;

    /// <summary>The management ranges. Null in an edge zone, which the server's own checks do not survive (CS-713, CS-604).</summary>
    public List<ManagementRange>? Ranges { get; set; } = [];

    public Cidr? Cidr() => Gateway is null || Netmask is null ? null : Addresses.Cidr.Of(Gateway, Netmask);

    public override string ToString() => $"HostPod {{\"id\":{Number},\"name\":\"{Name}\",\"uuid\":\"{Id}\"}}";
}

/// <summary>One range of management addresses of a pod; <c>Vlan</c> is <c>vlan://untagged</c> or <c>vlan://n</c>.</summary>
internal sealed record ManagementRange(string Start, string End, bool ForSystemVms, string Vlan);
