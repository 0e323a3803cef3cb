using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4014.</summary>
internal sealed class ControlNetworkMustStayFree : Rule
{
    public override string Id => "CNP4014";
    public override string Title => "Control network must stay free";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "KVM and XenServer give every system VM an address of the control network (control.cidr, 169.254.0.0/16 unless set otherwise) on a bridge without uplink. Whatever else has an address there is not reached from a host, or by system VMs.";
    public override string Rejected => "A storage range in 169.254.20.0/24.";
    public override string Accepted => "A storage range in 10.0.20.0/24.";
    public override string Cure => "Renumber it into another subnet.";
    public override RuleOrigins Origins => RuleOrigins.Host | RuleOrigins.Judgement;
    public override Reads Reads => Reads.HostFacts | Reads.Addresses | Reads.Zone | Reads.Storage | Reads.Cloud | FreeAddresses.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Hypervisors.Count > 0 && !facts.Hypervisors.Any(h => h.Key is "KVM" or "XenServer"))
            yield break;
        var setting = facts.Setting("control.cidr") ?? "169.254.0.0/16";
        if (!Ipv4Subnet.TryParse(setting, out var control))
            yield break;
        foreach (var claim in facts.Addresses.Where(a => a.Subnet is { } s && s.Overlaps(control) || a.Range is { } r && r.Overlaps(control.Range)))
            yield return Found($"{claim.Path}/startIp", $"The {claim.Title} lies in the control network {control}.") with { Objects = [claim.Reference] };
        if (Ipv4Subnet.TryParse(facts.Design.GuestCidr, out var guests) && guests.Overlaps(control))
            yield return Found("guestCidr", $"The guest CIDR {guests} overlaps the control network {control}.") with { Fixes = [.. Fix.Choose("Choose a free block", [.. FreeAddresses.Subnets(facts, guests.PrefixLength).Select(free => Set($"Use {free}", "guestCidr", facts.Design.GuestCidr, free.ToString())), Fix.Ask("Another", "Guest CIDR", "guestCidr", facts.Design.GuestCidr)])] };
        foreach (var host in facts.Hosts.Where(h => h.ManagementAddress is { } address && control.Contains(address)))
            yield return Found(DesignPath.Of(host.Pod, host.Cluster, host.Host, "url"), $"Host {host.Name} has its management address {host.ManagementAddress} in the control network {control}.") with { Objects = [host.Reference] };
        var management = facts.Hosts.Where(h => h.Device is not null).Select(h => (h.Device!.Name, h.ManagementAddress)).ToHashSet();
        var boxes = facts.Hosts.Select(h => h.Device?.Name).OfType<string>().ToHashSet();
        // Addresses CloudStack gives out there itself are no documented ones; link-local addresses of a system say nothing.
        foreach (var used in UsedBetween.Of(facts.UsedAddresses, control.Range))
            if (CataloguePath.Read(used.Reference.Path) is { } place && !management.Contains((place.Device, used.Address))
                && (boxes.Contains(place.Device) || facts.Catalogue.Device(place.Device)?.Role is DeviceRoles.ManagementServer or DeviceRoles.Storage or DeviceRoles.Router))
                yield return Found(used.Reference.Path, $"{used.Address} of {used.Owner} lies in the control network {control}.") with { Objects = [used.Reference] };
        var servers = new[] { ("dns1", "DNS 1", facts.Design.Dns1), ("dns2", "DNS 2", facts.Design.Dns2), ("internalDns1", "Internal DNS 1", facts.Design.InternalDns1), ("internalDns2", "Internal DNS 2", facts.Design.InternalDns2) }
            .Concat(facts.Design.SecondaryStorages.Select(s => ($"secondaryStorages/{s.Id}/url", $"Secondary storage {s.Name ?? s.Url}", HostFacts.HostPart(s.Url))))
            .Concat(facts.Design.StagingStores.Select(s => ($"stagingStores/{s.Id}/url", $"Staging store {s.Name ?? s.Url}", HostFacts.HostPart(s.Url))))
            .Concat(facts.Design.PrimaryStorages.Select(s => ($"primaryStorages/{s.Id}/url", $"Primary storage {s.Name}", HostFacts.HostPart(s.Url))))
            .Concat(facts.Design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => (DesignPath.Of(p, c, $"primaryStorages/{s.Id}/url"), $"Primary storage {s.Name}", HostFacts.HostPart(s.Url))))));
        foreach (var (path, title, text) in servers)
            if (Ipv4.TryParse(text, out var address) && control.Contains(address))
                yield return Found(path, $"{title}, {address}, lies in the control network {control}.");
    }
}
