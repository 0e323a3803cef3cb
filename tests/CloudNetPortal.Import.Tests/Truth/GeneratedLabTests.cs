using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>
/// The lab of real outputs with one thing changed in the files, as if the box were set up that way: read by the importers, judged with the design of its plan. The
/// rule that should tell does, and no other.
/// </summary>
public sealed class GeneratedLabTests
{
    private const string Folder = "data/labs/generated-lacp-clean";
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // One source for each fact, so that a change is made in one place.
    private static readonly string[] Kept = ["ip-j-d-addr.json", "bridge-j-vlan.json", "lldpcli-neighbors.json", "netbox-cables.csv", "netbox-devices.csv"];

    public static TheoryData<string> Faults => [.. All.Keys];

    private static readonly Dictionary<string, (Action<Lab> Change, string Expected)> All = new()
    {
        ["nothing"] = (_ => { }, ""),
        ["a guest VLAN is missing on the LAG of kvm2"] = (l => l.Vlans("tor2", "kvm2").Remove(l.Vlan("tor2", "kvm2", 505)), "CNP5101"),
        ["the public VLAN is missing on the LAG of kvm2"] = (l => l.Unsaid("kvm2").Vlans("tor2", "kvm2").Remove(l.Vlan("tor2", "kvm2", 300)), "CNP5102"),
        ["the management VLAN is missing on the LAG of kvm3"] = (l => l.Unsaid("kvm3").Vlans("tor1", "kvm3").Remove(l.Vlan("tor1", "kvm3", 100)), "CNP5102"),
        ["the storage VLAN is missing on the LAG of kvm3"] = (l => l.Unsaid("kvm3").Vlans("tor1", "kvm3").Remove(l.Vlan("tor1", "kvm3", 200)), "CNP5102"),
        ["a guest VLAN is missing between the switches, which no guest needs"] = (l => l.Vlans("tor1", "isl").Remove(l.Vlan("tor1", "isl", 505)), ""),
        ["a guest VLAN is native on the LAG of kvm2"] = (l => l.Vlan("tor2", "kvm2", 505)["flags"] = new JsonArray("PVID", "Egress Untagged"), "CNP5101 CNP5104"),
        ["kvm2 has bond1 as active-backup"] = (l => l.Link("kvm2", "bond1")["linkinfo"]!["info_data"]!["mode"] = "active-backup", "CNP6101 CNP7003"),
        ["tor2 has a static LAG for kvm2"] = (l => l.Link("tor2", "kvm2")["linkinfo"]!["info_data"]!["mode"] = "balance-xor", "CNP6101"),
        ["a port of tor2 left the LAG of kvm2"] = (l => Leave(l.Unsaid("kvm2").Link("tor2", "swp3")), "CNP6001 CNP6101"),
        ["what LLDP says of VLANs is not so any more"] = (l => l.Vlans("tor2", "kvm2").Remove(l.Vlan("tor2", "kvm2", 300)), "CNP0202 CNP5102"),
        ["two NICs of kvm2 changed bonds"] = (l => Swap(l.Link("kvm2", "eno2"), l.Link("kvm2", "eno3"), "master"), "CNP5101 CNP5102 CNP6102 CNP6201"),
        ["kvm1 and kvm2 are plugged the other way round, seen by LLDP"] = (l => { Swap(l.Heard("kvm1", "eno3"), l.Heard("kvm2", "eno3"), "port"); Swap(l.Heard("tor2", "swp1"), l.Heard("tor2", "swp3"), "chassis"); }, "CNP0201"),
        ["kvm1 and kvm2 are documented the other way round"] = (l => l.Replace("netbox-cables.csv", "kvm1,dcim.interface,eno3,tor2,dcim.interface,swp1", "kvm1,dcim.interface,eno3,tor2,dcim.interface,swp3").Replace("netbox-cables.csv", "kvm2,dcim.interface,eno3,tor2,dcim.interface,swp3", "kvm2,dcim.interface,eno3,tor2,dcim.interface,swp1"), "CNP0201 CNP6102"),
        ["a cable is not documented"] = (l => l.Replace("netbox-cables.csv", "kvm2,dcim.interface,eno3,tor2,dcim.interface,swp3,connected\n", ""), "CNP0201 CNP6001"),
        ["the ports of tor1 towards kvm2 have a small MTU"] = (l => { foreach (var port in new[] { "swp3", "swp4", "kvm2" }) l.Link("tor1", port)["mtu"] = 1500; }, "CNP6201"),
        ["a NIC of kvm2 has a small MTU"] = (l => l.Link("kvm2", "eno2")["mtu"] = 1500, "CNP6201"),
        ["a NIC of kvm2 is down"] = (l => Down(l.Link("kvm2", "eno3")), "CNP6002"),
        ["a NIC of kvm2 lost its link"] = (l => Dead(l.Link("kvm2", "eno3")), "CNP6002"),
        ["both ends of a wire lost their link"] = (l => { Dead(l.Link("kvm2", "eno3")); Dead(l.Link("tor2", "swp3")); }, "CNP6002"),
        ["nobody answers a leg of bond1 of kvm2"] = (l => Member(l.Link("kvm2", "eno3"))["ad_actor_oper_port_state"] = 77, "CNP6101"),
        ["nobody answers a port of tor2"] = (l => Member(l.Link("tor2", "swp3"))["ad_actor_oper_port_state"] = 69, "CNP6101"),
        ["a leg of bond1 of kvm2 is in another aggregator"] = (l => Member(l.Link("kvm2", "eno3"))["ad_aggregator_id"] = 2, "CNP6102"),
        ["a NIC of kvm2 has the MAC address of another"] = (l => Member(l.Link("kvm2", "eno3"))["perm_hwaddr"] = Member(l.Link("kvm1", "eno3"))["perm_hwaddr"]!.DeepClone(), "CNP0101"),
        ["kvm2 does not speak LLDP and is not heard"] = (l => l.Silent("kvm2"), ""),
        ["a port of tor2 is down"] = (l => Down(l.Link("tor2", "swp3")), "CNP6002"),
        ["the guest bridge of kvm2 has another name"] = (l => l.Rename("kvm2", "cloudbr1", "cloudbr7"), "CNP3002"),
        ["the storage bridge of kvm2 has another name"] = (l => l.Rename("kvm2", "cloudbr2", "storagebr"), "CNP3003"),
        ["the guest bridge of kvm2 lost its uplink"] = (l => l.Link("kvm2", "bond1").Remove("master"), "CNP3101"),
        ["bond1 of kvm2 is called Bond1"] = (l => l.Rename("kvm2", "bond1", "Bond1"), "CNP3101"),
        ["bond1 of kvm2 is called bond9"] = (l => l.Rename("kvm2", "bond1", "bond9", "bond1.", "bond9.", "brbond1-", "brbond9-"), "CNP3106"),
        ["kvm2 has the address of kvm1"] = (l => l.Link("kvm2", "cloudbr0")["addr_info"] = l.Link("kvm1", "cloudbr0")["addr_info"]!.DeepClone(), "CNP7004"),
        ["kvm2 has an address of the management range"] = (l => l.Link("kvm2", "cloudbr0")["addr_info"]![0]!["local"] = "10.20.100.120", "CNP4008"),
        ["the storage VLAN of kvm2 is 201"] = (l => l.Link("kvm2", "bond0.200")["linkinfo"]!["info_data"]!["id"] = 201, "CNP5102"),
    };

    [Theory, MemberData(nameof(Faults))]
    public void Lab_WithOneFault_IsToldByTheRuleThatShouldAndNoOther(string fault)
    {
        var lab = new Lab(Shared.Files(Folder).Where(f => Kept.Contains(f.Name)));
        // What both legs of a bond on one switch mean is said of the lab as it is (CNP6302, CNP6303).
        var before = Judge(lab);
        var (change, expected) = All[fault];
        change(lab);
        var findings = Judge(lab).Where(f => !before.Exists(b => b.Fingerprint == f.Fingerprint) && f.RuleId is not ("CNP6302" or "CNP6303")).ToList();
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.True(told == expected, $"expected {expected}\ntold {told}\n{string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"))}");
    }

    private static List<Finding> Judge(Lab lab)
    {
        var difference = InventoryMerge.Compare(InventoryImport.Read(lab.Files()).Draft, CatalogueSnapshot.Empty);
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, Now));
        return [.. RuleBook.Judge(new RuleInput(Design(), catalogue, PolicyPack.Production, Now)).Findings.Where(f => f.Status == FindingStatus.Open && f.Severity >= Severity.Warning)];
    }

    // The plan of the lab as a design.
    private static ZoneDesign Design() => new()
    {
        Name = "lab1", Dns1 = "10.20.0.53", InternalDns1 = "10.20.0.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Id = "n1", Name = "mgmt-net", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Storage", "cloudbr2") } },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guest-net", IsolationMethods = { "VLAN" }, GuestVlans = "500-519", TrafficTypes = { Traffic("Guest", "cloudbr1"), Traffic("Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r", Gateway = "203.0.113.1", Netmask = "255.255.255.0", StartIp = "203.0.113.100", EndIp = "203.0.113.199", Vlan = "300" } },
        Pods =
        {
            new Pod
            {
                Id = "p1", Name = "pod1", Gateway = "10.20.100.1", Netmask = "255.255.255.0",
                ManagementRanges = { new ManagementRange { Id = "m", StartIp = "10.20.100.100", EndIp = "10.20.100.149" } },
                StorageRanges = { new StorageRange { Id = "s", Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.100", EndIp = "10.20.200.149" } },
                Clusters =
                {
                    new Cluster
                    {
                        Id = "c1", Name = "c1", Hosts = [.. Enumerable.Range(1, 3).Select(n => new Host { Id = $"h{n}", Device = $"kvm{n}", UserName = "root" })],
                        PrimaryStorages = { new PrimaryStorage { Id = "ps", Name = "nfs-1", Url = "nfs://10.20.200.5/primary" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "sec-1", Url = "nfs://10.20.200.5/secondary", Provider = "NFS" } },
    };

    private static TrafficType Traffic(string type, string label) => new() { Id = type, Type = type, Labels = { ["KVM"] = label } };

    private static void Down(JsonObject link)
    {
        link["flags"] = new JsonArray([.. link["flags"]!.AsArray().Select(f => (string)f!).Where(f => f is not ("UP" or "LOWER_UP")).Select(f => (JsonNode)f)]);
        link["operstate"] = "DOWN";
    }

    // A plugged port of which the other end is gone.
    private static void Dead(JsonObject link)
    {
        link["flags"] = new JsonArray(["NO-CARRIER", .. link["flags"]!.AsArray().Select(f => (string)f!).Where(f => f != "LOWER_UP").Select(f => (JsonNode)f)]);
        link["operstate"] = "DOWN";
        Member(link)["mii_status"] = "DOWN";
        Member(link)["ad_actor_oper_port_state"] = 69;
    }

    private static JsonObject Member(JsonObject link) => link["linkinfo"]!["info_slave_data"]!.AsObject();

    private static void Leave(JsonObject link)
    {
        link.Remove("master");
        link["flags"]!.AsArray().RemoveAll(f => (string?)f == "SLAVE");
        foreach (var key in new[] { "info_slave_kind", "info_slave_data" })
            (link["linkinfo"] as JsonObject)?.Remove(key);
    }

    private static void Swap(JsonObject a, JsonObject b, string key)
    {
        var (first, second) = (a[key]!.DeepClone(), b[key]!.DeepClone());
        (a[key], b[key]) = (second, first);
    }

    /// <summary>The files, the JSON ones open for changes.</summary>
    private sealed class Lab(IEnumerable<ImportFile> files)
    {
        private readonly Dictionary<string, JsonNode> _json = [];
        private readonly Dictionary<string, string> _texts = files.ToDictionary(f => f.Path, f => f.Text);

        public List<ImportFile> Files() => [.. _texts.Select(t => new ImportFile(t.Key, _json.TryGetValue(t.Key, out var json) ? json.ToJsonString() : t.Value))];

        private JsonNode Open(string path) => _json.TryGetValue(path, out var json) ? json : _json[path] = JsonNode.Parse(_texts[path])!;

        public JsonObject Link(string device, string port) => Open($"{device}/ip-j-d-addr.json").AsArray().Select(n => n!.AsObject()).First(n => (string?)n["ifname"] == port);

        public JsonArray Vlans(string device, string port) => Open($"{device}/bridge-j-vlan.json").AsArray().First(n => (string?)n!["ifname"] == port)!["vlans"]!.AsArray();

        public JsonObject Vlan(string device, string port, int id) => Vlans(device, port).Select(v => v!.AsObject()).First(v => (int)v["vlan"]! == id);

        public JsonObject Heard(string device, string port) =>
            Open($"{device}/lldpcli-neighbors.json")["lldp"]!["interface"]!.AsArray().Select(i => i!.AsObject().First()).First(i => i.Key == port).Value!.AsObject();

        // What a switch says of its VLANs and LAGs changes with them.
        public Lab Unsaid(string host)
        {
            foreach (var heard in Open($"{host}/lldpcli-neighbors.json")["lldp"]!["interface"]!.AsArray().SelectMany(i => i!.AsObject()).Select(i => i.Value!.AsObject()))
            {
                heard.Remove("vlan");
                heard["port"]!.AsObject().Remove("aggregation");
            }
            return this;
        }

        // Its own neighbours and what the switches heard of it.
        public void Silent(string host)
        {
            Open($"{host}/lldpcli-neighbors.json")["lldp"]!["interface"] = new JsonArray();
            foreach (var device in new[] { "tor1", "tor2" })
                Open($"{device}/lldpcli-neighbors.json")["lldp"]!["interface"]!.AsArray().RemoveAll(i => i!.ToJsonString().Contains($"\"{host}", StringComparison.Ordinal));
        }

        // The name itself and every reference to it; names that end with a sign stand for all that start so.
        public void Rename(string device, params string[] names)
        {
            foreach (var link in Open($"{device}/ip-j-d-addr.json").AsArray().Select(n => n!.AsObject()))
                foreach (var key in new[] { "ifname", "master", "link" })
                    foreach (var (from, to) in names.Chunk(2).Select(p => (p[0], p[1])))
                        if ((string?)link[key] is { } name && (name == from || (!char.IsLetterOrDigit(from[^1]) && name.StartsWith(from, StringComparison.Ordinal))))
                            link[key] = to + name[from.Length..];
        }

        public Lab Replace(string path, string from, string to)
        {
            Assert.Contains(from, _texts[path], StringComparison.Ordinal);
            _texts[path] = _texts[path].Replace(from, to, StringComparison.Ordinal);
            return this;
        }
    }
}
