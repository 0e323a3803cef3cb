using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CloudNetPortal.Domain.Catalogue.Devices;

/// <summary>
/// The <b>logical host</b>: the hypervisor inside a physical host, which CloudStack talks to over the management network. Public traffic must reach
/// the box, but never this.
/// </summary>
public sealed class LogicalHost
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The physical host it runs on.</summary>
    public Guid DeviceId { get; set; }

    /// <summary>Key of the hypervisor in CloudStack's spelling: KVM, XenServer, VMware, Hyperv, Ovm3, Simulator, BareMetal.</summary>
    [Required, MaxLength(20)]
    public string Hypervisor { get; set; } = "KVM";

    /// <summary>Address CloudStack adds the host with.</summary>
    public IPAddress? ManagementAddress { get; set; }

    /// <summary>KVM: true when network.bridge.type is openvswitch.</summary>
    public bool UsesOpenVSwitch { get; set; }

    /// <summary>KVM: private.network.device of its agent.properties, as last read; null when nobody read it.</summary>
    [MaxLength(100)]
    public string? AgentPrivateDevice { get; set; }

    /// <summary>KVM: public.network.device of its agent.properties.</summary>
    [MaxLength(100)]
    public string? AgentPublicDevice { get; set; }

    /// <summary>KVM: guest.network.device of its agent.properties.</summary>
    [MaxLength(100)]
    public string? AgentGuestDevice { get; set; }

    /// <summary>Operating system, such as Rocky 9.</summary>
    [MaxLength(100)]
    public string? OperatingSystem { get; set; }

    /// <summary>CPU architecture: x86_64, aarch64, s390x.</summary>
    [MaxLength(20)]
    public string? Architecture { get; set; }

    /// <summary>When the interfaces of the host were last read from the host itself; null when only documented.</summary>
    public DateTimeOffset? ObservedAt { get; set; }
}
