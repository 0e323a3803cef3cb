namespace CloudNetPortal.Domain.Zones;

/// <summary>One traffic type on one physical network, with its network label per hypervisor.</summary>
public sealed class TrafficType : DesignObject
{
    /// <summary>Key of the traffic type: Guest, Management, Public, Storage.</summary>
    public string Type { get; set; } = "Guest";

    /// <summary>
    /// Label per hypervisor key (KVM, XenServer, VMware, Hyperv, Ovm3, Simulator), exactly as it is sent. KVM: bridge name; XenServer: name-label;
    /// VMware: <c>switch[,vlan[,type]]</c>.
    /// </summary>
    public SortedDictionary<string, string> Labels { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Hypervisors whose hosts are not to carry this traffic on purpose: their labels stay empty without a finding.</summary>
    public List<string> NotServedBy { get; set; } = [];

    /// <summary>The label for a hypervisor key, or null when there is none or it is empty.</summary>
    public string? LabelFor(string hypervisor) => Labels.TryGetValue(hypervisor, out var label) && label.Length > 0 ? label : null;
}
