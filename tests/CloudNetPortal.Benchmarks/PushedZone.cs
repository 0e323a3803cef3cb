using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Benchmarks;

/// <summary>Zones to push: an advanced zone of three physical networks and six providers; two clusters of two hosts in one pod, or pods of 40 hosts up to any number.</summary>
internal static class PushedZone
{
    /// <summary>A zone that the others do not meet: a practice cloud answers slowly until it has seen each command once.</summary>
    public static ZoneDesign WarmUp
    {
        get
        {
            var zone = Of(4);
            (zone.Name, zone.PublicRanges[0].Gateway, zone.PublicRanges[0].StartIp, zone.PublicRanges[0].EndIp, zone.PublicRanges[0].Vlan) = ("warm-up", "203.0.113.1", "203.0.113.10", "203.0.113.20", "401");
            foreach (var host in zone.Pods[0].Clusters.SelectMany(c => c.Hosts)) host.Url = host.Url!.Replace("10.20.0.", "10.99.0.", StringComparison.Ordinal);
            foreach (var pool in zone.Pods[0].Clusters.SelectMany(c => c.PrimaryStorages)) pool.Url += "-warm";
            (zone.SecondaryStorages[0].Name, zone.SecondaryStorages[0].Url) = ("warm", "nfs://10.0.3.4/warm");
            return zone;
        }
    }

    public static ZoneDesign Of(int hosts)
    {
        var perPod = hosts <= 4 ? 4 : 40;
        return new ZoneDesign
        {
            Id = "z", Name = $"bench-{hosts}", Kind = "Advanced", Dns1 = "10.0.9.53", InternalDns1 = "10.0.0.53", GuestCidr = "10.1.1.0/24",
            PhysicalNetworks = [Network("n1", "infra", "", "Management", "Storage"), Network("n2", "public", "", "Public"), Network("n3", "guest", "500-599", "Guest")],
            PublicRanges = [new PublicRange { Id = "r1", Gateway = "198.51.100.1", Netmask = "255.255.255.0", StartIp = "198.51.100.10", EndIp = "198.51.100.200", Vlan = "400" }],
            Pods = [.. Enumerable.Range(0, (hosts + perPod - 1) / perPod).Select(p => MakePod(p, perPod))],
            SecondaryStorages = [new SecondaryStorage { Id = "ss", Name = "secondary", Provider = "NFS", Url = "nfs://10.0.3.4/secondary" }],
        };
    }

    private static PhysicalNetwork Network(string id, string name, string vlans, params string[] traffic) => new()
    {
        Id = id, Name = name, IsolationMethods = ["VLAN"], Tags = [name], GuestVlans = vlans,
        TrafficTypes = [.. traffic.Select((t, i) => new TrafficType { Id = $"{id}t{i}", Type = t, Labels = { ["KVM"] = $"cloudbr{id[1]}{i}" } })],
        Providers = [new NetworkProvider { Id = $"{id}vr", Name = "VirtualRouter" }, new NetworkProvider { Id = $"{id}vpc", Name = "VpcVirtualRouter" }],
    };

    private static Pod MakePod(int p, int hosts) => new()
    {
        Id = $"p{p}", Name = $"pod-{p}", Gateway = $"10.20.{p}.1", Netmask = "255.255.255.0",
        ManagementRanges = [new ManagementRange { Id = $"m{p}", StartIp = $"10.20.{p}.10", EndIp = $"10.20.{p}.200" }],
        StorageRanges = [new StorageRange { Id = $"s{p}", Gateway = $"10.30.{p}.1", Netmask = "255.255.255.0", StartIp = $"10.30.{p}.10", EndIp = $"10.30.{p}.200", Vlan = "300" }],
        Clusters =
        [
            .. Enumerable.Range(0, 2).Select(c => new Cluster
            {
                Id = $"p{p}c{c}", Name = $"cluster-{p}-{c}", Hypervisor = "KVM",
                Hosts = [.. Enumerable.Range(0, hosts / 2).Select(h => new Host { Id = $"p{p}c{c}h{h}", Url = $"http://10.20.{p}.{201 + (c * (hosts / 2)) + h}", UserName = "root", PasswordRef = "hosts" })],
                PrimaryStorages = [new PrimaryStorage { Id = $"p{p}c{c}s", Name = $"pool-{p}-{c}", Url = $"nfs://10.0.3.4/pool-{p}-{c}", Scope = "cluster" }],
            }),
        ],
    };
}
