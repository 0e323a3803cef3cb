using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Pods with clusters and hosts of a Marvin zone.</summary>
internal static class MarvinPods
{
    public static void Read(MarvinNode zone, ZoneDesign design, int number, MarvinReading reading)
    {
        foreach (var source in zone.Objects("pods"))
        {
            var pod = new Pod
            {
                Id = $"pod{design.Pods.Count + 1}",
                Name = source.Text("name") ?? "",
                Gateway = source.Filled("gateway"),
                Netmask = source.Filled("netmask"),
            };
            if (source.Filled("startip") is not null || source.Filled("endip") is not null)
                pod.ManagementRanges.Add(new ManagementRange { Id = $"{pod.Id}.management1", StartIp = source.Text("startip") ?? "", EndIp = source.Filled("endip") });
            foreach (var range in source.Objects("guestIpRanges"))
                pod.GuestRanges.Add(new GuestRange
                {
                    Id = $"{pod.Id}.guest{pod.GuestRanges.Count + 1}",
                    Gateway = range.Text("gateway") ?? "",
                    Netmask = range.Text("netmask") ?? "",
                    StartIp = range.Text("startip") ?? "",
                    EndIp = range.Filled("endip"),
                    Vlan = range.Filled("vlan"),
                });
            foreach (var cluster in source.Objects("clusters"))
                pod.Clusters.Add(Cluster(cluster, $"{pod.Id}.cluster{pod.Clusters.Count + 1}", number, reading));
            design.Pods.Add(pod);
            Datacenter(source, design, number, reading);
        }
    }

    private static Cluster Cluster(MarvinNode source, string id, int number, MarvinReading reading)
    {
        var cluster = new Cluster
        {
            Id = id,
            Name = source.Text("clustername") ?? "",
            Hypervisor = source.Text("hypervisor") ?? "",
            ClusterType = source.Text("clustertype") ?? "",
            Url = source.Filled("url"),
            UserName = source.Filled("username"),
            PasswordRef = reading.Secret(source.Text("password"), $"zone{number + 1}.{id}.password"),
        };
        foreach (var host in source.Objects("hosts"))
        {
            var hostId = $"{id}.host{cluster.Hosts.Count + 1}";
            cluster.Hosts.Add(new Host
            {
                Id = hostId,
                Url = host.Filled("url"),
                UserName = host.Filled("username"),
                PasswordRef = reading.Secret(host.Text("password"), $"zone{number + 1}.{hostId}.password"),
                Tags = [.. (host.Text("hosttags") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                HostMac = host.Filled("hostmac"),
                CpuNumber = host.Filled("cpunumber"),
                CpuSpeed = host.Filled("cpuspeed"),
                Memory = host.Filled("memory"),
            });
        }
        foreach (var pool in source.Objects("primaryStorages"))
            cluster.PrimaryStorages.Add(MarvinStorage.Primary(pool, $"{id}.primary{cluster.PrimaryStorages.Count + 1}", number, reading));
        return cluster;
    }

    private static void Datacenter(MarvinNode pod, ZoneDesign design, int number, MarvinReading reading)
    {
        if (pod.Object("vmwaredc") is not { } source || source.Filled("name") is null && source.Filled("vcenter") is null)
            return;
        if (design.VmwareDatacenter is not null)
        {
            reading.Log.Warning("Second VMware datacenter", "A zone has at most one VMware datacenter; this one stays among the leftovers.", "Remove it, or make a zone of its own.",
                source.Place.Line, source.Place.Column, source.Pointer, source.Text("name"));
            return;
        }
        design.VmwareDatacenter = new VmwareDatacenter
        {
            Id = "vmware",
            Name = source.Text("name") ?? "",
            VCenter = source.Text("vcenter") ?? "",
            UserName = source.Filled("username"),
            PasswordRef = reading.Secret(source.Text("password"), $"zone{number + 1}.vmware.password"),
        };
    }
}
