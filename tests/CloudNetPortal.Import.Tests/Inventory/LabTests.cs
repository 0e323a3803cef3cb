using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Inventory;

/// <summary>A whole lab of real outputs: three KVM hosts with bonds, two switches, NetBox tables. What is expected stands in its plan.</summary>
public sealed class LabTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static (InventoryImport Import, CatalogueSnapshot Catalogue) Lab()
    {
        var import = InventoryImport.Read(Shared.Files("data/labs/generated-lacp-clean"));
        var difference = InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty);
        Assert.Empty(difference.Problems);
        return (import, InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, Now)));
    }

    [Fact]
    public void Files_EveryOne_IsReadCompletelyOrNamed()
    {
        var (import, _) = Lab();
        var unread = import.Files.Where(f => f.Key is null).Select(f => f.File).Order(StringComparer.Ordinal);
        Assert.Equal(["expected-findings.yaml", "plan.yaml"], unread);
        Assert.All(import.Files.Where(f => f.Key is not null), f => Assert.True(f.Rows == f.Ok && (f.Rows > 0 || f.Unused is not null), f.ToString()));
        Assert.Equal([ProblemWeight.Warning, ProblemWeight.Warning], import.Problems.Where(p => p.Weight != ProblemWeight.Note).Select(p => p.Weight));
        Assert.All(import.Problems, p => Assert.Equal("Not recognised", p.Cause));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Host_HasExactly_WhatThePlanSays(int number)
    {
        var (_, catalogue) = Lab();
        var host = catalogue.Devices.Single(d => d.Name == $"kvm{number}");
        var ours = host.Interfaces.Where(i => !i.MadeByCloudStack).ToList();
        string NameOf(Guid? id) => host.Interfaces.Single(i => i.Id == id).Name;

        Assert.Equal(["eno1", "eno2", "eno3", "eno4"], Names(ours, InterfaceKind.Physical));
        Assert.Equal(["bond0", "bond1"], Names(ours, InterfaceKind.Bond));
        Assert.Equal(["bond0.100", "bond0.200"], Names(ours, InterfaceKind.Vlan));
        Assert.Equal(["cloudbr0", "cloudbr1", "cloudbr2"], Names(ours, InterfaceKind.Bridge));
        Assert.Equal(11, ours.Count);

        var nics = ours.Where(i => i.Kind == InterfaceKind.Physical).ToDictionary(i => i.Name);
        for (var n = 1; n <= 4; n++)
        {
            Assert.Equal($"3CECEF10{number:X2}{n - 1:X2}", nics[$"eno{n}"].Mac!.ToString());
            Assert.Equal(n < 3 ? "bond0" : "bond1", NameOf(nics[$"eno{n}"].BondId));
            Assert.Equal(10000, nics[$"eno{n}"].SpeedMbps);
        }
        Assert.All(ours.Where(i => i.Kind == InterfaceKind.Bond), b => Assert.Equal((BondMode.Lacp, true), (b.BondMode!.Value, b.LacpFast!.Value)));
        Assert.Equal([("bond0.100", "bond0", 100, 1500, "cloudbr0"), ("bond0.200", "bond0", 200, 9000, "cloudbr2")],
            ours.Where(i => i.Kind == InterfaceKind.Vlan).OrderBy(i => i.Name).Select(i => (i.Name, NameOf(i.ParentId), i.VlanId!.Value, i.Mtu!.Value, NameOf(i.BridgeId))));
        Assert.Equal("cloudbr1", NameOf(ours.Single(i => i.Name == "bond1").BridgeId));
        Assert.Equal($"10.20.200.1{number}", Assert.Single(ours.Single(i => i.Name == "cloudbr2").Addresses).Address.ToString());
        Assert.Equal((DeviceRoles.Hypervisor, "KVM", $"10.20.100.1{number}"), (host.Role, host.LogicalHost!.Hypervisor, host.LogicalHost.ManagementAddress!.ToString()));
        Assert.Equal(Now, host.LogicalHost.ObservedAt);
        Assert.All(host.Interfaces.Where(i => i.MadeByCloudStack), i => Assert.Matches(@"^(cloud0|vnet\d|brbond1-\d+|bond1\.\d+)$", i.Name));
        Assert.Contains(host.Interfaces, i => i is { Name: "bond1.300", MadeByCloudStack: true });
    }

    [Theory, InlineData("tor1", "100-100,200-200"), InlineData("tor2", "300-300,500-519")]
    public void Switch_HasLagsWithMembersAndVlans(string name, string vlans)
    {
        var (_, catalogue) = Lab();
        var tor = catalogue.Devices.Single(d => d.Name == name);
        Assert.Equal(DeviceRoles.Switch, tor.Role);
        Assert.Null(tor.LogicalHost);
        Assert.Equal(8, tor.Interfaces.Count(i => i.Kind == InterfaceKind.Physical));
        var lags = tor.Interfaces.Where(i => i.Kind == InterfaceKind.Bond).OrderBy(i => i.Name).ToList();
        Assert.Equal(["isl", "kvm1", "kvm2", "kvm3"], lags.Select(l => l.Name));
        Assert.Equal(["swp7,swp8", "swp1,swp2", "swp3,swp4", "swp5,swp6"],
            lags.Select(l => string.Join(',', tor.Interfaces.Where(i => i.BondId == l.Id).Select(i => i.Name).Order(StringComparer.Ordinal))));
        Assert.All(lags, l => Assert.Equal((SwitchPortMode.Trunk, VlanSet.Parse(l.Name == "isl" ? "100,200,300,500-519" : vlans)), (l.Mode!.Value, l.TaggedVlans)));
        Assert.All(lags, l => Assert.Null(l.UntaggedVlan));
        Assert.All(tor.Interfaces, i => Assert.False(i.MadeByCloudStack));
    }

    [Fact]
    public void Cables_Fourteen_EndWhereTheTableSays()
    {
        var (_, catalogue) = Lab();
        Assert.Equal(14, catalogue.Cables.Count);
        Assert.All(catalogue.Cables, c => Assert.Equal((2, LifeCycle.Active), (c.Ends.Count, c.Status)));
        var ports = catalogue.Devices.SelectMany(d => d.Interfaces.Select(i => (i.Id, Name: $"{d.Name}:{i.Name}"))).ToDictionary(p => p.Id, p => p.Name);
        Assert.Contains("kvm2:eno3 tor2:swp3", catalogue.Cables.Select(c => string.Join(' ', c.Ends.OrderBy(e => e.Side).Select(e => ports[e.InterfaceId]))));
        Assert.Equal("gen-dc1", Assert.Single(catalogue.Datacenters).Name);
        Assert.Equal("R1", Assert.Single(catalogue.Racks).Name);
        // Twelve host NICs heard a switch, every switch port heard somebody.
        Assert.Equal(28, catalogue.Neighbours.Count);
        Assert.Contains(catalogue.Neighbours, n => ports[n.InterfaceId] == "kvm1:eno3" && n is { SystemName: "tor2", PortId: "swp1", Aggregated: true } && n.Vlans!.Equals(VlanSet.Parse("300,500,519")));
    }

    [Fact]
    public void Again_SameFiles_GiveNoDifference()
    {
        var (import, catalogue) = Lab();
        var again = InventoryMerge.Compare(InventoryImport.Read(Shared.Files("data/labs/generated-lacp-clean")).Draft, catalogue);
        Assert.True(again.IsEmpty, string.Join('\n', again.Changed.SelectMany(c => c.Fields.Select(f => $"{c.Key} {f.Field}: {f.Ours} / {f.Theirs}")).Concat(again.Added.Select(a => a.Key.ToString()))));
        Assert.Equal(import.Draft.Count, again.Same);
        Assert.Empty(again.Missing);
    }

    [Fact]
    public void Changes_OneBridgeGoneAndOneVlanLess_AreTheOnlyDifference()
    {
        var (_, catalogue) = Lab();
        var files = Shared.Files("data/labs/generated-lacp-clean").Where(f => !(f.Folder == "kvm2" && f.Name is "brctl-show.txt" or "ip-d-addr.txt" or "ip-j-d-addr.json" or "ip-j-addr.json")
            && !(f.Folder == "tor2" && f.Name == "bridge-vlan.txt")).ToList();
        Replace(files, "tor2/bridge-j-vlan.json", t => t.Replace("{\"ifname\":\"kvm2\",\"vlans\":[{\"vlan\":300},", "{\"ifname\":\"kvm2\",\"vlans\":["));
        Replace(files, "kvm2/ip-j-d-link.json", t => t.Replace("\"mtu\":9000,\"qdisc\":\"noqueue\",\"master\":\"cloudbr2\"", "\"mtu\":9000,\"qdisc\":\"noqueue\",\"master\":\"storagebr\""));
        Replace(files, "kvm2/bridge-j-link.json", t => t.Replace("\"master\":\"cloudbr2\"", "\"master\":\"storagebr\""));
        var difference = InventoryMerge.Compare(InventoryImport.Read(files).Draft, catalogue);
        Assert.Equal(["kvm2 bond0.200 bridge cloudbr2 > storagebr", "tor2 kvm2 taggedVlans 300-300,500-519 > 500-519"],
            difference.Changed.SelectMany(c => c.Fields.Select(f => $"{c.Key} {f.Field} {f.Ours} > {f.Theirs}")));
        Assert.Equal("kvm2 storagebr", Assert.Single(difference.Added).Key.ToString());
    }

    private static void Replace(List<ImportFile> files, string path, Func<string, string> change)
    {
        var at = files.FindIndex(f => f.Path == path);
        var text = change(files[at].Text);
        Assert.NotEqual(text, files[at].Text);
        files[at] = new ImportFile(path, text);
    }

    private static IEnumerable<string> Names(IEnumerable<Interface> ports, InterfaceKind kind) => ports.Where(p => p.Kind == kind).Select(p => p.Name).Order(StringComparer.Ordinal);
}
