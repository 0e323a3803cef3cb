using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>What the cloud does by itself: hosts reach maintenance, system VMs start, destroyed volumes are expunged.</summary>
internal static class SelfActing
{
    /// <summary>Carries out what is due by now. True when something changed.</summary>
    public static bool Advance(CloudState cloud, Pace pace, DateTimeOffset now)
    {
        if (cloud.Due.Count == 0)
            return false;
        var due = cloud.Due.Where(d => d.At <= now).OrderBy(d => d.At).ToList();
        cloud.Due.RemoveAll(due.Contains);
        foreach (var change in due)
        {
            switch (change.Kind)
            {
                case DueKind.SystemVms when cloud.Zones.FindPresent(change.ObjectId) is { Enabled: true } zone:
                    StartSystemVms(cloud, zone, pace, now);
                    break;
                case DueKind.SystemVmRuns when cloud.SystemVms.FindPresent(change.ObjectId) is { State: "Starting" } vm:
                    Run(cloud, vm, now);
                    break;
                case DueKind.HostMaintenance when cloud.Hosts.FindPresent(change.ObjectId) is { ResourceState: "PrepareForMaintenance" } host:
                    // A host whose system VMs could not be moved away does not get there.
                    host.ResourceState = cloud.SystemVms.Present.Any(v => v.HostId == host.Id) ? "ErrorInPrepareForMaintenance" : "Maintenance";
                    break;
                case DueKind.Expunge when cloud.Volumes.FindPresent(change.ObjectId) is { } volume:
                    volume.Removed = true;
                    break;
            }
        }
        return due.Count > 0;
    }

    public static void PlanSystemVms(CloudState cloud, Zone zone, Pace pace, DateTimeOffset now)
    {
        if (!cloud.Due.Exists(d => d.Kind == DueKind.SystemVms && d.ObjectId == zone.Id))
            cloud.Due.Add(new DueChange(now + pace.SystemVms, DueKind.SystemVms, zone.Id));
    }

    /// <summary>Makes the two system VMs of an enabled zone as soon as it has what they need; until then tries again and again.</summary>
    public static void StartSystemVms(CloudState cloud, Zone zone, Pace pace, DateTimeOffset now)
    {
        foreach (var consoleProxy in (bool[])[false, true])
        {
            if (cloud.SystemVms.Present.Any(v => v.ZoneId == zone.Id && v.ConsoleProxy == consoleProxy))
                continue;
            if (!TryStart(cloud, zone, consoleProxy, pace, now))
            {
                PlanSystemVms(cloud, zone, pace, now); // tried again, as the real server does
                return;
            }
        }
    }

    /// <summary>They need an enabled zone, a host that is up, a primary pool, an image store and free addresses (CS-1810).</summary>
    private static bool TryStart(CloudState cloud, Zone zone, bool consoleProxy, Pace pace, DateTimeOffset now)
    {
        var host = cloud.Hosts.Present.FirstOrDefault(h => h.ZoneId == zone.Id && h is { Type: "Routing", ResourceState: "Enabled", State: "Up" });
        if (host is null || !cloud.ImageStores.Present.Any(s => (s.ZoneId is null || s.ZoneId == zone.Id) && !s.Staging))
            return false;
        var local = zone.Settings.GetValueOrDefault("system.vm.use.local.storage", cloud.Setting("system.vm.use.local.storage")) == "true";
        var pool = cloud.Pools.Present.FirstOrDefault(p => p.ZoneId == zone.Id && p.State == "Up" && (local ? p.HostId == host.Id : p.Scope == "ZONE" || p.ClusterId == host.ClusterId && p.HostId is null));
        if (pool is null || FreePublic(cloud, zone) is not var (range, address))
            return false;
        var privateIp = FreePrivate(cloud, host.PodId);
        if (privateIp is null && !zone.Edge)
            return false;
        var number = cloud.SystemVms.Next;
        var vm = cloud.SystemVms.Add(new SystemVm
        {
            ZoneId = zone.Id, PodId = host.PodId, HostId = host.Id, PoolId = pool.Id, ConsoleProxy = consoleProxy, Hypervisor = host.Hypervisor,
            Name = $"{(consoleProxy ? 'v' : 's')}-{number}-VM", IpRangeId = range.Id, PublicIp = address, PrivateIp = privateIp,
        }, now);
        cloud.Volumes.Add(new Volume { ZoneId = zone.Id, PoolId = pool.Id, SystemVmId = vm.Id, Name = $"ROOT-{number}" }, now);
        cloud.Due.Add(new DueChange(now + pace.SystemVms, DueKind.SystemVmRuns, vm.Id));
        return true;
    }

    /// <summary>Starts a stopped one again, if there is a host and an address for it.</summary>
    public static bool TryRun(CloudState cloud, SystemVm vm, DateTimeOffset now)
    {
        var host = cloud.Hosts.Present.FirstOrDefault(h => h.ZoneId == vm.ZoneId && h is { Type: "Routing", ResourceState: "Enabled", State: "Up" });
        if (host is null || FreePrivate(cloud, host.PodId) is not { } address)
            return false;
        (vm.HostId, vm.PodId, vm.PrivateIp) = (host.Id, host.PodId, address);
        Run(cloud, vm, now);
        return true;
    }

    /// <summary>Its agent connects and is listed as a host.</summary>
    private static void Run(CloudState cloud, SystemVm vm, DateTimeOffset now)
    {
        vm.State = "Running";
        var zone = cloud.Zones.Find(vm.ZoneId)?.Name;
        var addresses = $"public IP [{vm.PublicIp ?? "N/A"}], private IP [{vm.PrivateIp ?? "N/A"}].";
        cloud.Alerts.Add(vm.ConsoleProxy
            ? new Alert { Type = 10, Name = "ALERT.SERVICE.CONSOLEPROXY", Description = $"Console proxy up in zone [{zone}], proxy [{vm.Name}], {addresses}" }
            : new Alert { Type = 19, Name = "ALERT.SERVICE.SSVM", Description = $"Secondary Storage Vm is up in zone [{zone}], secStorageVm [{vm.Name}], {addresses}" }, now);
        cloud.Hosts.Add(new Host
        {
            ZoneId = vm.ZoneId, PodId = vm.PodId, Name = vm.Name, Type = vm.ConsoleProxy ? "ConsoleProxy" : "SecondaryStorageVM", Address = vm.PrivateIp ?? "", Url = vm.Id, Hypervisor = vm.Hypervisor,
        }, now);
    }

    private static (IpRange Range, string Address)? FreePublic(CloudState cloud, Zone zone)
    {
        var taken = cloud.SystemVms.Present.Select(v => v.PublicIp).ToHashSet();
        foreach (var range in cloud.IpRanges.Present.Where(r => r.ZoneId == zone.Id && r.Start is not null).OrderByDescending(r => r.ForSystemVms))
        {
            for (var a = (ulong)Ipv4.Read(range.Start); a <= Ipv4.Read(range.End); a++)
            {
                if (!taken.Contains(Ipv4.Write((uint)a)))
                    return (range, Ipv4.Write((uint)a));
            }
        }
        return null;
    }

    private static string? FreePrivate(CloudState cloud, string podId)
    {
        var taken = cloud.SystemVms.Present.Select(v => v.PrivateIp).ToHashSet();
        foreach (var range in (cloud.Pods.Find(podId)?.Ranges ?? []).OrderByDescending(r => r.ForSystemVms))
        {
            for (var a = (ulong)Ipv4.Read(range.Start); a <= Ipv4.Read(range.End); a++)
            {
                if (!taken.Contains(Ipv4.Write((uint)a)))
                    return Ipv4.Write((uint)a);
            }
        }
        return null;
    }
}
