using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Every range of addresses a design claims, as typed and, where it can be read, as numbers.</summary>
public static class AddressLedger
{
    /// <summary>All ranges of a design, in document order.</summary>
    public static IReadOnlyList<AddressClaim> Of(ZoneDesign design)
    {
        var claims = new List<AddressClaim>();
        foreach (var pod in design.Pods)
        {
            claims.AddRange(pod.ManagementRanges.Select(r => new AddressClaim("management", $"of pod {pod.Name}", DesignPath.Of(pod, r), pod.Gateway, pod.Netmask, r.StartIp, r.EndIp, r.Vlan) { Pod = pod }));
            claims.AddRange(pod.StorageRanges.Select(r => new AddressClaim("storage", $"of pod {pod.Name}", DesignPath.Of(pod, r), r.Gateway, r.Netmask, r.StartIp, r.EndIp, r.Vlan) { Pod = pod }));
            claims.AddRange(pod.GuestRanges.Select(r => new AddressClaim("guest", $"of pod {pod.Name}", DesignPath.Of(pod, r), r.Gateway, r.Netmask, r.StartIp, r.EndIp, r.Vlan) { Pod = pod }));
        }
        claims.AddRange(design.PublicRanges.Select(r => new AddressClaim("public", "", DesignPath.Of(r), r.Gateway, r.Netmask, r.StartIp, r.EndIp, r.Vlan)));
        claims.AddRange(design.GuestNetworks.Where(g => !string.IsNullOrEmpty(g.StartIp)).Select(g =>
            new AddressClaim("shared guest", $"of network {g.Name}", DesignPath.Of(g), g.Gateway, g.Netmask, g.StartIp!, g.EndIp, g.Vlan)));
        return claims;
    }

    /// <summary>Addresses documented on devices, by number, so that a range finds those inside by binary search. Addresses CloudStack gave out itself do not count.</summary>
    public static IReadOnlyList<UsedAddress> Used(CatalogueSnapshot catalogue, ZoneDesign design)
    {
        var used = new List<UsedAddress>();
        var known = new HashSet<Ipv4>();
        // A box on its way out is gone at the date of the push.
        foreach (var device in catalogue.Devices.Where(d => d.Status != LifeCycle.Decommissioning))
        {
            used.AddRange(CatalogueIndex.AddressesOf(device).Where(a => !a.Port.MadeByCloudStack)
                .Select(a => new UsedAddress(a.Address, $"{(device.Role == DeviceRoles.Hypervisor || device.LogicalHost is not null ? "host" : device.Role)} {device.Name} ({a.Port.Name})", new ObjectRef("port", $"{device.Name} {a.Port.Name}", CataloguePath.Of(device, a.Port)))));
            known.UnionWith(CatalogueIndex.AddressesOf(device).Select(a => a.Address));
            if (device.LogicalHost?.ManagementAddress is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } management && known.Add(Ipv4.From(management)))
                used.Add(new UsedAddress(Ipv4.From(management), $"host {device.Name}", new ObjectRef("host", device.Name, CataloguePath.Of(device))));
        }
        foreach (var (pod, cluster, host) in design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.Hosts.Select(h => (p, c, h)))))
            if (Ipv4.TryParse(HostFacts.HostPart(host.Url), out var address) && known.Add(address))
                used.Add(new UsedAddress(address, $"host {host.Device ?? host.Url}", new ObjectRef("host", host.Device ?? host.Url!, DesignPath.Of(pod, cluster, host))));
        foreach (var (field, text) in new[] { ("dns1", design.Dns1), ("dns2", design.Dns2), ("internalDns1", design.InternalDns1), ("internalDns2", design.InternalDns2) })
            if (Ipv4.TryParse(text, out var server) && known.Add(server))
                used.Add(new UsedAddress(server, "the DNS server", new ObjectRef("zone", text!, field)));
        var stores = design.SecondaryStorages.Select(s => (s.Url, Path: $"secondaryStorages/{s.Id}")).Concat(design.StagingStores.Select(s => (s.Url, $"stagingStores/{s.Id}"))).Concat(design.PrimaryStorages.Select(s => ((string?)s.Url, $"primaryStorages/{s.Id}")))
            .Concat(design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => ((string?)s.Url, DesignPath.Of(p, c, $"primaryStorages/{s.Id}"))))));
        foreach (var (url, path) in stores)
            if (Ipv4.TryParse(HostFacts.HostPart(url), out var server) && known.Add(server))
                used.Add(new UsedAddress(server, $"the storage server of {url}", new ObjectRef("storage", url!, path)));
        foreach (var (text, path) in design.Pods.SelectMany(p => p.Clusters.Select(c => (c.Url, DesignPath.Of(p, c, "url")))).Prepend((design.VmwareDatacenter?.VCenter, "vmwareDatacenter/vCenter")))
            if (Ipv4.TryParse(HostFacts.HostPart(text), out var vcenter) && known.Add(vcenter))
                used.Add(new UsedAddress(vcenter, "vCenter", new ObjectRef("device", text!, path)));
        return [.. used.OrderBy(u => u.Address)];
    }
}

/// <summary>A range of addresses as a design claims it.</summary>
/// <param name="Kind">management, storage, public, guest, shared guest.</param>
/// <param name="Owner">For people: “of pod p1”, or empty.</param>
/// <param name="Path">Path of the range in the design.</param>
/// <param name="GatewayText">Gateway as typed.</param>
/// <param name="NetmaskText">Netmask as typed.</param>
/// <param name="StartText">First address as typed.</param>
/// <param name="EndText">Last address as typed; empty means one address.</param>
/// <param name="VlanText">VLAN as typed.</param>
public sealed record AddressClaim(string Kind, string Owner, string Path, string? GatewayText, string? NetmaskText, string StartText, string? EndText, string? VlanText)
{
    /// <summary>The pod it belongs to, or null.</summary>
    public Pod? Pod { get; init; }
    /// <summary>The addresses, or null when they cannot be read or end before they start (CNP4001).</summary>
    public Ipv4Range? Range => Ipv4Range.TryParse(StartText, EndText, out var range) && range.Count > 0 ? range : null;
    /// <summary>The subnet, or null when gateway or netmask cannot be read.</summary>
    public Ipv4Subnet? Subnet => Ipv4Subnet.TryParse(GatewayText, NetmaskText, out var subnet) ? subnet : null;
    /// <summary>The gateway, or null.</summary>
    public Ipv4? Gateway => Ipv4.TryParse(GatewayText, out var gateway) ? gateway : null;
    /// <summary>For people: “The management range 10.0.1.10–20 of pod p1”.</summary>
    public string Title => $"{Kind} range {(Range is { } range ? range.ToString() : $"{StartText}–{EndText}")}{(Owner.Length > 0 ? " " + Owner : "")}";
    /// <summary>The range as findings name it.</summary>
    public ObjectRef Reference => new("range", Title, Path);
}

/// <summary>An address somebody has.</summary>
/// <param name="Address">The address.</param>
/// <param name="Owner">For people: “host kvm-01 (cloudbr0)”.</param>
/// <param name="Reference">The object that has it.</param>
public sealed record UsedAddress(Ipv4 Address, string Owner, ObjectRef Reference);
