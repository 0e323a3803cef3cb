using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7005.</summary>
internal sealed class HostsMustBeReadyToJoin : Rule
{
    public override string Id => "CNP7005";
    public override string Title => "Hosts must be ready to join";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "no address, user or password"), new("b", Error, Warning, Meaning: "the hypervisor itself is not ready")];
    public override string Team => "compute";
    public override string Why => "CloudStack adds the logical host, the hypervisor inside the box, by its management address with a user name: KVM over SSH, XenServer over its API. Without address or user the call is refused; without /dev/kvm on a KVM host, or outside its pool on XenServer, the host does not come up.";
    public override string Rejected => "kvm-05 has neither a URL nor a management address in the catalogue.";
    public override string Accepted => "kvm-05 with management address 10.0.1.15, user root and a stored password.";
    public override string Cure => "Enter the management address of the logical host and the user CloudStack logs in with. Whether a host has /dev/kvm (KVM) or is in its pool with HVM (XenServer) no upload tells, so it is not verified; a host on which devices of running instances (vnet0) were seen lately shows it by itself.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Host | RuleOrigins.LiveData;
    public override Reads Reads => Reads.HostFacts | Reads.Clock | Reads.Pack | Reads.Zone | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var hosts = facts.Hosts.Where(h => h.Hypervisor is { HostsAreAdded: true } and not Simulator).ToList();
        foreach (var host in hosts.Where(h => h.UrlHost is null && h.ManagementAddress is null))
            yield return Found(DesignPath.Of(host.Pod, host.Cluster, host.Host, "url"), $"{host.Name} of cluster {host.Cluster.Name} has no address: neither a URL here nor a management address in the catalogue.", "a") with { Objects = [host.Reference] };
        foreach (var host in hosts.Where(h => !string.IsNullOrWhiteSpace(h.Host.Url) && !h.Host.Url.Contains("://", StringComparison.Ordinal)))
            yield return Found(DesignPath.Of(host.Pod, host.Cluster, host.Host, "url"), $"The URL of {host.Name}, “{host.Host.Url}”, has no scheme; CloudStack wants http:// and the address.", "a") with
            {
                Objects = [host.Reference],
                Fixes = [Set($"Use http://{host.Host.Url!.Trim()}", DesignPath.Of(host.Pod, host.Cluster, host.Host, "url"), host.Host.Url, $"http://{host.Host.Url!.Trim()}")],
            };
        var nameless = hosts.Where(h => string.IsNullOrWhiteSpace(h.Host.UserName)).ToList();
        if (nameless.Count > 0)
            yield return Found(DesignPath.Of(nameless[0].Pod, nameless[0].Cluster, nameless[0].Host, "userName"), $"{Count(nameless.Count, "host")} {(nameless.Count == 1 ? "has" : "have")} no user name for adding {(nameless.Count == 1 ? "it" : "them")}: {List(nameless.Select(h => h.Name))}.", "a") with { Objects = [.. nameless.Select(h => h.Reference)] };
        // KVM can log in with the server's own key; the others need a password.
        var secretless = hosts.Where(h => h.Hypervisor is not Kvm && !string.IsNullOrWhiteSpace(h.Host.UserName) && string.IsNullOrWhiteSpace(h.Host.PasswordRef)).ToList();
        if (secretless.Count > 0)
            yield return Found(DesignPath.Of(secretless[0].Pod, secretless[0].Cluster, secretless[0].Host, "passwordRef"), $"{Count(secretless.Count, "host")} {(secretless.Count == 1 ? "has" : "have")} no stored password: {List(secretless.Select(h => h.Name))}.", "a") with { Objects = [.. secretless.Select(h => h.Reference)] };
        var unproved = hosts.Where(h => h.Hypervisor is Kvm or XenServer && !IsAtWork(h)).ToList();
        if (unproved.Count > 0)
            yield return Unverified(unproved[0].Path, $"Whether {(unproved.Count == 1 ? $"{unproved[0].Name} is" : unproved.Count <= 3 ? $"{List(unproved.Select(h => h.Name))} are" : $"{unproved.Count} of {hosts.Count} hosts, such as {unproved[0].Name}, are")} ready for {List(unproved.Select(h => h.Hypervisor!.Title))} is not known. Look on the {(unproved.Count == 1 ? "host" : "hosts")}: {(unproved[0].Hypervisor is Kvm ? "ls -l /dev/kvm (missing: switch on virtualisation in the BIOS)" : "xe host-param-get uuid=HOST param-name=capabilities (holds hvm), xe pool-list")}.", "b") with { Objects = [.. unproved.Select(h => h.Reference)] };

        // No host is added on VMware: CloudStack takes those vCenter has, and looks for their own port group.
        var foreign = facts.Hosts.Where(h => h.Hypervisor is Vmware).ToList();
        if (foreign.Count > 0)
            yield return Unverified(foreign[0].Path, $"Whether {List(foreign.Select(h => h.Name))} {(foreign.Count == 1 ? "has" : "have")} the port group that vmware.management.portgroup names (“{facts.Setting("vmware.management.portgroup") ?? "Management Network"}”) is not known. Look in vCenter, or on the host: esxcli network ip interface list.", "b") with { Objects = [.. foreign.Select(h => h.Reference)] };
        // Instances ran there when it was last read.
        bool IsAtWork(HostFacts host) => host.Device?.LogicalHost?.ObservedAt is { } seen && facts.Input.Now - seen <= facts.Input.Pack.LiveDataMaxAge
            && host.Device.Interfaces.Exists(i => i.Name.StartsWith("vnet", StringComparison.Ordinal) || i.Name.StartsWith("vif", StringComparison.Ordinal));
    }
}
