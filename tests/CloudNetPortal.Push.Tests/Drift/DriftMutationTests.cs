using System.Text.RegularExpressions;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Push.Tests.Drills;
using CloudNetPortal.Push.Tests.Snapshots;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drift;

/// <summary>Changes behind the portal's back, one after another: each is found at its object and field, and nothing else is.</summary>
public sealed partial class DriftMutationTests(ITestOutputHelper output)
{
    private static readonly Mutation[] OfAdvanced =
    [
        new("updateZone", "id=${zone} dns1=10.0.9.99", "Changed dns1"),
        new("updateZone", "id=${zone} dns2=10.0.9.98", "Changed dns2"),
        new("updateZone", "id=${zone} internaldns1=10.0.0.99", "Changed internalDns1"),
        new("updateZone", "id=${zone} internaldns2=10.0.0.98", "Changed internalDns2"),
        new("updateZone", "id=${zone} ip6dns1=2001:db8::99", "Changed ip6Dns1"),
        new("updateZone", "id=${zone} ip6dns2=2001:db8::98", "Changed ip6Dns2"),
        new("updateZone", "id=${zone} guestcidraddress=10.9.0.0/16", "Changed guestCidr"),
        new("updateZone", "id=${zone} domain=other.example", "Changed networkDomain"),
        new("updateZone", "id=${zone} localstorageenabled=true", "Changed localStorageEnabled"),
        new("updateZone", "id=${zone} details[0].key=portal.owner details[0].value=nobody", "Changed details/d1/value"),
        new("updateZone", "id=${zone} details[0].key=extra details[0].value=1", "Added details"),
        .. Labels(),
        new("updatePhysicalNetwork", "id=${network/n2} vlan=500-598,700-700", "Changed physicalNetworks/n2/guestVlans"),
        new("updatePhysicalNetwork", "id=${network/n1} vlan=800-809", "Changed physicalNetworks/n1/guestVlans"),
        new("updatePhysicalNetwork", "id=${network/n1} tags=other", "Changed physicalNetworks/n1/tags"),
        new("updatePhysicalNetwork", "id=${network/n2} state=Disabled", "State physicalNetworks/n2 state"),
        new("releaseDedicatedGuestVlanRange", "id=${dedication/vd}", "Removed physicalNetworks/n2/vlanDedications/vd"),
        new("dedicateGuestVlanRange", "physicalnetworkid=${network/n2} vlanrange=540-545 account=admin domainid=${domain}", "Added physicalNetworks/n2/vlanDedications"),
        new("configureVirtualRouterElement", "id=${element VirtualRouter} enabled=false", "State physicalNetworks/n2/providers/vr enabled"),
        new("updateNetworkServiceProvider", "id=${network/n2/provider/vpc} state=Disabled", "Changed physicalNetworks/n2/providers/vpc/enabled"),
        new("addNetworkServiceProvider", "physicalnetworkid=${network/n2} name=Netscaler", "Added physicalNetworks/n2/providers"),
        new("configureVirtualRouterElement", "id=${element of n1} enabled=true"),
        new("updateNetworkServiceProvider", "id=${provider n1 VirtualRouter} state=Enabled", "Added physicalNetworks/n1/providers"),
        new("updatePod", "id=${pod/p1} name=renamed-pod", "Changed pods/p1/name"),
        new("updatePod", "id=${pod/p2} netmask=255.255.254.0", "Changed pods/p2/netmask"),
        new("updatePod", "id=${pod/p2} gateway=10.0.2.2", "Changed pods/p2/gateway"),
        new("updatePod", "id=${pod/p2} allocationstate=Disabled", "State pods/p2 allocationstate"),
        new("createPod", "zoneid=${zone} name=foreign-pod gateway=10.0.77.1 netmask=255.255.255.0 startip=10.0.77.10 endip=10.0.77.19", "Added pods"),
        new("createManagementNetworkIpRange", "podid=${pod/p1} gateway=10.0.1.1 netmask=255.255.255.0 startip=10.0.1.60 endip=10.0.1.69", "Added pods/p1/managementRanges"),
        new("createStorageNetworkIpRange", "podid=${pod/p1} gateway=10.20.1.1 netmask=255.255.255.0 startip=10.20.1.40 endip=10.20.1.49", "Added pods/p1/storageRanges"),
        new("updateStorageNetworkIpRange", "id=${pod/p1/storage/s1} vlan=399", "Changed pods/p1/storageRanges/s1/vlan"),
        new("updateStorageNetworkIpRange", "id=${pod/p1/storage/s1} startip=10.20.1.60 endip=10.20.1.79", "Changed pods/p1/storageRanges/s1/startIp", "Changed pods/p1/storageRanges/s1/endIp"),
        new("deleteStorageNetworkIpRange", "id=${pod/p2/storage/s2}", "Removed pods/p2/storageRanges/s2"),
        new("updateVlanIpRange", "id=${public/r2} endip=203.0.113.39", "Changed publicRanges/r2/endIp"),
        new("updateVlanIpRange", "id=${public/r2} startip=203.0.113.5", "Changed publicRanges/r2/startIp"),
        new("updateVlanIpRange", "id=${public/r2} gateway=203.0.113.2", "Changed publicRanges/r2/gateway"),
        new("updateVlanIpRange", "id=${public/r2} netmask=255.255.254.0", "Changed publicRanges/r2/netmask"),
        new("updateVlanIpRange", "id=${public/r2} forsystemvms=true", "Changed publicRanges/r2/forSystemVms"),
        new("createVlanIpRange", "zoneid=${zone} vlan=477 gateway=192.0.2.1 netmask=255.255.255.0 startip=192.0.2.10 endip=192.0.2.19 forvirtualnetwork=true", "Added publicRanges"),
        new("deleteVlanIpRange", "id=${public/r2}", "Removed publicRanges/r2"),
        new("updateCluster", "id=${cluster/c1} clustername=renamed-cluster", "Changed pods/p1/clusters/c1/name"),
        new("updateCluster", "id=${cluster/c2} allocationstate=Disabled", "State pods/p2/clusters/c2 allocationstate"),
        new("updateCluster", "id=${cluster/c2} managedstate=Unmanaged", "State pods/p2/clusters/c2 managedstate"),
        new("addCluster", "zoneid=${zone} podid=${pod/p1} clustername=foreign-cluster hypervisor=KVM clustertype=CloudManaged", "Added pods/p1/clusters"),
        new("updateHost", "id=${host/c1h0} hosttags=ssd,rack2", "Changed pods/p1/clusters/c1/hosts/c1h0/tags"),
        new("updateHost", "id=${host/c2h1} hosttags=new", "Changed pods/p2/clusters/c2/hosts/c2h1/tags"),
        new("updateHost", "id=${host/c1h1} allocationstate=Disable", "State pods/p1/clusters/c1/hosts/c1h1 resourcestate"),
        new("addHost", "zoneid=${zone} podid=${pod/p1} clusterid=${cluster/c1} hypervisor=KVM url=http://10.0.1.203 username=root password=x", "Added pods/p1/clusters/c1/hosts"),
        new("deleteHost", "id=${host/c2h2} forced=true", "Removed pods/p2/clusters/c2/hosts/c2h2"),
        new("createStoragePool", "zoneid=${zone} podid=${pod/p1} clusterid=${cluster/c1} name=foreign-pool url=nfs://10.0.3.9/foreign scope=CLUSTER", "Added pods/p1/clusters/c1/primaryStorages"),
        new("enableStorageMaintenance", "id=${pool/zp}", "State primaryStorages/zp state"),
        new("deleteStoragePool", "id=${pool/zp}", "Removed primaryStorages/zp", "Gone primaryStorages/zp state"),
        new("addImageStore", "zoneid=${zone} name=foreign-store provider=NFS url=nfs://10.0.3.9/foreign-secondary", "Added secondaryStorages"),
        new("deleteImageStore", "id=${image-store/ss}", "Removed secondaryStorages/ss"),
        new("createSecondaryStagingStore", "zoneid=${zone} provider=NFS url=nfs://10.0.3.9/staging", "Added stagingStores"),
        new("dedicatePod", "podid=${pod/p2} domainid=${domain}", "Changed pods/p2/dedicatedTo"),
        new("dedicateCluster", "clusterid=${cluster/c1} domainid=${domain}", "Changed pods/p1/clusters/c1/dedicatedTo"),
        new("dedicateHost", "hostid=${host/c1h0} domainid=${domain}", "Changed pods/p1/clusters/c1/hosts/c1h0/dedicatedTo"),
        new("createIpv4SubnetForZone", "zoneid=${zone} subnet=10.64.0.0/16", "Changed routing"),
        new("dedicateZone", "zoneid=${zone} domainid=${domain}", "Changed dedicatedTo"),
        new("updateZone", "id=${zone} allocationstate=Disabled", "Changed enableZone"),
        new("createPhysicalNetwork", "zoneid=${zone} name=foreign-network isolationmethods=VLAN tags=foreign", "Added physicalNetworks", "State physicalNetworks state"),
        new("createPhysicalNetwork", "zoneid=${zone} name=drill-guest isolationmethods=VLAN tags=twin", "Added physicalNetworks", "State physicalNetworks state"),
        new("deleteTrafficType", "id=${network/n1/traffic/t2}", "Removed physicalNetworks/n1/trafficTypes/t2"),
        new("addTrafficType", "physicalnetworkid=${network/n1} traffictype=Guest kvmnetworklabel=cloudbr9", "Added physicalNetworks/n1/trafficTypes"),
        new("updateZone", "id=${zone} name=renamed-zone", "Changed name"),
    ];

    private static IEnumerable<Mutation> Labels() =>
        from traffic in new[] { ("n1", "t1"), ("n1", "t3"), ("n2", "t4") }
        from label in new[] { ("kvmnetworklabel", "KVM"), ("xennetworklabel", "XenServer"), ("vmwarenetworklabel", "VMware"), ("hypervnetworklabel", "Hyperv"), ("ovm3networklabel", "Ovm3") }
        select new Mutation("updateTrafficType", $"id=${{network/{traffic.Item1}/traffic/{traffic.Item2}}} {label.Item1}=moved", $"Changed physicalNetworks/{traffic.Item1}/trafficTypes/{traffic.Item2}/labels/{label.Item2}");

    private static readonly Mutation[] OfBasic =
    [
        new("updateVlanIpRange", "id=${guest-range/bgr} endip=10.41.0.150", "Changed pods/bp/guestRanges/bgr/endIp"),
        new("createVlanIpRange", "podid=${pod/bp} networkid=${guest-network/bgn} forvirtualnetwork=false gateway=10.42.0.1 netmask=255.255.255.0 startip=10.42.0.10 endip=10.42.0.19", "Added pods/bp/guestRanges"),
        new("updateTrafficType", "id=${network/bn/traffic/bg} kvmnetworklabel=cloudbr7", "Changed physicalNetworks/bn/trafficTypes/bg/labels/KVM"),
    ];

    private static readonly Mutation[] OfGroups =
    [
        new("updateVlanIpRange", "id=${range of guest-network/ggn} endip=10.51.0.150", "Changed guestNetworks/ggn/endIp"),
        new("createNetwork", "zoneid=${zone} networkofferingid=${offering} name=foreign-shared displaytext=foreign gateway=10.61.0.1 netmask=255.255.255.0 startip=10.61.0.10 endip=10.61.0.99 vlan=951 physicalnetworkid=${network/gn}", "Added guestNetworks"),
    ];

    [Fact]
    public Task Drift_OfAnAdvancedZone_FindsEveryChange() => RunAsync(DriftDesigns.Advanced(), OfAdvanced, withIds: true);

    [Fact]
    public Task Drift_OfABasicZone_FindsEveryChange() => RunAsync(DriftDesigns.Basic(), OfBasic, withIds: true);

    [Fact]
    public Task Drift_OfAZoneWithSecurityGroups_FindsEveryChange() => RunAsync(DriftDesigns.SecurityGroups(), OfGroups, withIds: true);

    [Fact]
    public async Task Drift_OfATerseDesign_TakesWhatTheServerAddsForGranted()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(cloud);
        var design = DriftDesigns.Terse();
        await SnapshotReaderTests.PushAsync(client, design);
        var reader = new SnapshotReader(client, TimeProvider.System);
        var snapshot = (await reader.ReadByNameAsync("terse", TestContext.Current.CancellationToken)).Snapshot;
        Assert.Contains(snapshot.Rows("listTrafficTypes"), t => FieldPath.Text(t, "traffictype") == "Storage");
        Assert.Empty(ZoneDrift.Find(design, snapshot).Select(Show));

        // Adjacent ranges of one account become one on the cloud; a design may keep them apart.
        var ids = ZoneObserver.Observe(snapshot, design).Ids;
        var second = await client.CallToEndAsync(ApiCall.Of("dedicateGuestVlanRange", ("physicalnetworkid", ids["network/n2"]), ("vlanrange", "515-519"), ("account", "admin"), ("domainid", Id(snapshot, "listDomains", "path", "ROOT"))));
        Assert.Null(second.Failure);
        snapshot = (await reader.ReadByNameAsync("terse", TestContext.Current.CancellationToken)).Snapshot;
        Assert.NotEmpty(ZoneDrift.Find(design, snapshot));
        design.PhysicalNetworks[1].VlanDedications.Add(new VlanDedication { Id = "vb", Vlans = "515-519", Owner = new Owner { Domain = "ROOT", Account = "admin" } });
        Assert.Empty(ZoneDrift.Find(design, snapshot, ids).Select(Show));
    }

    private async Task RunAsync(ZoneDesign design, Mutation[] mutations, bool withIds)
    {
        await using var drill = new DrillCloud(await PracticeCloud.StartAsync("--pace", "0"));
        var client = SnapshotReaderTests.Client(drill.Cloud);
        await SnapshotReaderTests.PushAsync(client, design);
        await drill.WithoutSystemVmsAsync();
        var reader = new SnapshotReader(client, TimeProvider.System);
        var first = (await reader.ReadByNameAsync(design.Name, TestContext.Current.CancellationToken)).Snapshot;
        Assert.Empty(ZoneDrift.Find(design, first).Select(d => $"{Show(d)} {d.Title}: {d.Expected} → {d.Observed}"));
        var ids = ZoneObserver.Observe(first, design).Ids;
        Assert.Empty(ZoneDrift.Find(design, first, ids).Select(Show));

        HashSet<string> before = [];
        List<string> wrong = [];
        foreach (var mutation in mutations)
        {
            var answer = await client.CallToEndAsync(CallOf(mutation, first, ids));
            if (answer.Failure is { } failure)
            {
                wrong.Add($"{mutation}: refused, {failure}");
                continue;
            }
            var snapshot = (await reader.ReadByIdAsync(first.ZoneId!, TestContext.Current.CancellationToken)).Snapshot;
            var after = ZoneDrift.Find(design, snapshot, withIds ? ids : null).Select(Show).ToHashSet();
            var found = after.Except(before).Concat(before.Except(after).Where(b => b.StartsWith("State", StringComparison.Ordinal)).Select(b => "Gone" + b[5..])).Order(StringComparer.Ordinal).ToArray();
            if (!found.Select(f => Generic(f, mutation)).Order(StringComparer.Ordinal).SequenceEqual(mutation.Found.Order(StringComparer.Ordinal)))
                wrong.Add($"{mutation}: found {(found.Length == 0 ? "nothing" : string.Join(" | ", found))}, not {string.Join(" | ", mutation.Found)}");
            before = after;
        }
        output.WriteLine($"{mutations.Length} changes, {mutations.Length - wrong.Count} found where they were made.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Show(DriftItem item) => item.Kind == DriftKind.State ? $"State {item.Path} {item.Field}" : $"{item.Kind} {item.Path}";

    // Ids of foreign objects follow from the cloud's.
    private static string Generic(string shown, Mutation mutation) =>
        shown.StartsWith("Added", StringComparison.Ordinal) ? shown[..shown.LastIndexOf('/')]
        : shown.StartsWith("State physicalNetworks/", StringComparison.Ordinal) && mutation.Command == "createPhysicalNetwork" ? "State physicalNetworks state" : shown;

    private static ApiCall CallOf(Mutation mutation, ZoneSnapshot snapshot, IReadOnlyDictionary<string, string> ids) => ApiCall.Of(mutation.Command,
    [
        .. Argument().Matches(mutation.Arguments).Select(m => (m.Groups[1].Value, (string?)Placeholder().Replace(m.Groups[2].Value, p => Resolve(p.Groups[1].Value, snapshot, ids)))),
    ]);

    private static string Resolve(string what, ZoneSnapshot snapshot, IReadOnlyDictionary<string, string> ids) => what.Split(' ') switch
    {
        ["domain"] => Id(snapshot, "listDomains", "path", "ROOT"),
        ["offering"] => Id(snapshot, "listNetworkOfferings", "name", "DefaultSharedNetworkOfferingWithSGService"),
        ["element", _] => Id(snapshot, "listVirtualRouterElements", "nspid", ids["network/n2/provider/vr"]),
        ["element", "of", var network] => Id(snapshot, "listVirtualRouterElements", "nspid", Resolve($"provider {network} VirtualRouter", snapshot, ids)),
        ["range", "of", var network] => Id(snapshot, "listVlanIpRanges", "networkid", ids[network]),
        ["provider", var network, var name] => FieldPath.Text(snapshot.Rows("listNetworkServiceProviders").Single(p => FieldPath.Text(p, "physicalnetworkid") == ids[$"network/{network}"] && FieldPath.Text(p, "name") == name), "id")!,
        _ => ids.TryGetValue(what, out var id) ? id : throw new InvalidOperationException($"No id for {what}; known: {string.Join(", ", ids.Keys)}"),
    };

    private static string Id(ZoneSnapshot snapshot, string list, string field, string value) => FieldPath.Text(snapshot.Rows(list).First(r => FieldPath.Text(r, field) == value), "id")!;

    [GeneratedRegex(@"(\S+?)=((?:\$\{[^}]*\}|\S)*)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
