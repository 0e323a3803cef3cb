using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Shell;

/// <summary>Content for the style page.</summary>
internal static class LookSamples
{
    public static readonly DateTimeOffset Moment = new(2026, 8, 1, 10, 42, 5, TimeSpan.Zero);

    public static readonly IReadOnlyList<TabLink> Tabs =
    [
        new("Basics", PortalUrls.Look + "#basics"), new("Physical networks", PortalUrls.Look + "#networks"), new("Labels", PortalUrls.Look, 1, Severity.Error),
        new("Pods", PortalUrls.Look + "#pods"), new("Addresses", PortalUrls.Look + "#addresses"), new("VLANs", PortalUrls.Look + "#vlans", 1, Severity.Error),
        new("Clusters and hosts", PortalUrls.Look + "#clusters", 1, Severity.Warning), new("Storage", PortalUrls.Look + "#storage"),
    ];

    public static readonly IReadOnlyList<Finding> Findings =
    [
        new()
        {
            RuleId = "CNP3002", Severity = Severity.Error, Objects = [new("bridge", "cloudbr3"), new("host", "kvm-17", "devices/kvm-17")],
            Message = "Label cloudbr3 (Storage on mgmt-net, KVM) exists on 63 of 64 KVM hosts; missing on kvm-17.",
            Why = "CloudStack does not check the storage label when a host connects. The secondary storage VM would fail to start as soon as it lands on kvm-17.",
            Fixes = [new("Add the bridge to kvm-17's profile", CatalogueEdits: [new CatalogueEdit.AddBridge("kvm-17", "cloudbr3", "bond0")]), new("On kvm-17", Manual: "ip link add cloudbr3 type bridge")],
            Evidence = ["63 hosts like kvm-01 have cloudbr3", "kvm-17: cloudbr0, cloudbr1, cloudbr2"],
        },
        new()
        {
            RuleId = "CNP5101", Severity = Severity.Error, Objects = [new("host", "kvm-07", "devices/kvm-07"), new("port", "sw-b1 Eth1/7", "devices/sw-b1")],
            Message = "VLANs 540–599 of guest-net do not reach kvm-07: eno2 → pp-a3:14 → sw-b1 Eth1/7 allows 500–539.",
            Why = "The other leg carries all of them, so guests would lose their network only when traffic moves to eno2.",
            Evidence = ["kvm-07 eno2", "pp-a3:14", "sw-b1 Eth1/7: trunk 50, 500–539"],
        },
        new()
        {
            RuleId = "CNP6303", Severity = Severity.Warning, Objects = [new("switch", "sw-a1", "devices/sw-a1")],
            Message = "If sw-a1 fails, Storage stops for cluster c2 (12 hosts): both legs of bond1 end on sw-a1.",
            Why = "Nothing in CloudStack notices this before the failure.",
        },
    ];

    public static readonly IReadOnlyList<SampleDevice> Devices =
    [
        new("kvm-07", "Hypervisor", "A-03, U18", 4, 1500, LifeCycle.Active), new("kvm-17", "Hypervisor", "A-03, U20", 4, 9000, LifeCycle.Failed),
        new("kvm-18", "Hypervisor", "A-03, U21", 4, 9000, LifeCycle.Planned), new("sw-a1", "Switch", "A-01, U40", 56, 9214, LifeCycle.Active),
        new("sw-b1", "Switch", "A-01, U41", 56, 9214, LifeCycle.Staged), new("pp-a3", "Patch panel", "A-03, U45", 24, 0, LifeCycle.Offline),
    ];
}

/// <summary>A row of the sample table.</summary>
public sealed record SampleDevice(string Name, string Role, string Place, int Ports, int Mtu, LifeCycle State);
