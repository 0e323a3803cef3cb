using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>Drafts with text where numbers belong, fields nobody filled in and boxes nobody described: every rule has its say, none throws.</summary>
public sealed class HostileDraftsTests
{
    private static readonly string[] Texts =
    [
        "", " ", "x", "-", "–", ",", ",,", "/", "://", "http://", "nfs://", "[", "http://[2001:db8::1]:8250/x", "2001:db8::1", "::", "10.20.100.1", "10.20.100.256", "010.1.1.1", "255.255.255.255", "0.0.0.0", "255.0.255.0", "10.1.1.0/33", "10.1.1.0/-1", "::/0", "0.0.0.0/0",
        "4094", "4095", "0", "-1", "99999999999999999999", "１２", "1-2-3", "500-400", "1-4094,1-4094", "untagged", "vlan://untagged", "vlan://", "vlan://12", "VXLAN", "vxlan", "Basic", "Edge", "AdvancedSecurityGroups", "nobody", "VMware", "XCP-ng", "Hyper-V", "Ovm3", "BareMetal", "LXC", "Simulator", "kvm",
        "Guest", "guest", "Control", "cloudbr0", "cloudbr1 ", "brbond0-12", "vSwitch0,4095,x,y", "a,,nexusdvs", "ünïcödé ☃ \U0001F600", "\u0007\n\t", "<b>", "${start}", "kvm1", "KVM1", "ROOT", "/", new('z', 300), "2026-03-07 22:00",
    ];

    public static TheoryData<string> Labs => ["Advanced", "Basic", "SecurityGroups", "Edge", "VMware", "XenServer", "Simulator", "Open vSwitch"];

    [Theory, MemberData(nameof(Labs))]
    public void Judge_DraftsOfNonsense_ThrowsNowhere(string name)
    {
        var lab = Lab(name);
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var tree = DesignJson.ToTree(lab.Design);
            // First a little, later nearly everything.
            Spoil(tree, random, seed / 45.0);
            lab.Design = DesignJson.Read(tree);
            lab.Cloud = seed % 3 == 0 ? null : lab.Cloud;
            foreach (var finding in RuleBook.Judge(lab.Input with { Catalogue = seed % 5 == 0 ? CatalogueSnapshot.Empty : lab.Snapshot, Pack = seed % 2 == 0 ? PolicyPack.Lab : PolicyPack.Production }).Findings)
            {
                Assert.False(string.IsNullOrWhiteSpace(finding.Message), $"{name} {seed}: {finding.RuleId}{finding.Case} says nothing.");
                Assert.Equal(16, finding.Fingerprint.Length);
            }
            lab = Lab(name);
        }
    }

    [Theory, MemberData(nameof(Labs))]
    public void Judge_DraftsWithEmptyLists_ThrowsNowhere(string name)
    {
        foreach (var path in (string[])["physicalNetworks", "pods", "publicRanges", "guestNetworks", "secondaryStorages"])
        {
            var lab = Lab(name);
            var tree = DesignJson.ToTree(lab.Design);
            tree[path] = new JsonArray();
            lab.Design = DesignJson.Read(tree);
            Assert.NotNull(lab.Judge());
            lab.Design = new Domain.Zones.ZoneDesign { Kind = lab.Design.Kind };
            Assert.NotNull(lab.Judge());
        }
    }

    [Fact]
    public void Judge_BoxesOfWhichLittleIsKnown_ThrowsNowhere()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (lab, random) = (ALab.WithHosts(2), new Random(seed));
            foreach (var port in lab.Devices.SelectMany(d => d.Interfaces))
                switch (random.Next(14))
                {
                    case 0: port.BondId = port.BridgeId = port.ParentId = Guid.NewGuid(); break;
                    case 1: port.ParentId = port.Id; break;
                    case 2: port.BondId = port.Id; break;
                    case 3: port.BridgeId = port.Id; break;
                    case 4: (port.VlanId, port.TaggedVlans, port.UntaggedVlan, port.Mode) = (null, null, null, null); break;
                    case 5: (port.Name, port.Connector, port.Alias, port.NameLabel) = ("", "", "", ""); break;
                    case 6: port.Kind = (Domain.Catalogue.Ports.InterfaceKind)random.Next(11); break;
                    case 7: port.Mac = new System.Net.NetworkInformation.PhysicalAddress([]); break;
                    case 8: port.RearPortId = port.Id; break;
                }
            foreach (var cable in lab.Cables)
                switch (random.Next(8))
                {
                    case 0: cable.Ends.Clear(); break;
                    case 1: cable.Ends.RemoveAt(0); break;
                    case 2: cable.Ends[0].InterfaceId = cable.Ends[1].InterfaceId; break;
                    case 3: (cable.Label, cable.Type) = (null, "?"); break;
                    case 4: cable.Ends[1].Side = 'A'; break;
                }
            foreach (var heard in lab.Neighbours)
                if (random.Next(3) == 0)
                    (heard.SystemName, heard.PortId, heard.ChassisId) = (random.Next(2) == 0 ? null : "", null, ":::");
            foreach (var device in lab.Devices.Where(_ => random.Next(5) == 0))
                (device.Name, device.LogicalHost) = (random.Next(2) == 0 ? "" : "tor1", null);
            Assert.NotNull(lab.Judge());
        }
    }

    [Fact]
    public void Read_FieldsThatAreNull_AsFieldsThatAreNotThere()
    {
        var tree = DesignJson.ToTree(ALab.WithHosts(1).Design);
        foreach (var (holder, key) in Holders(tree).Where(h => h.Key is not ("id" or "schemaVersion")).ToList())
        {
            var kept = holder[key]?.DeepClone();
            holder[key] = null;
            var lab = ALab.WithHosts(1);
            lab.Design = DesignJson.Read(tree.DeepClone().AsObject());
            Assert.NotNull(lab.Judge());
            holder[key] = kept;
        }
    }

    private static ALab Lab(string name)
    {
        var lab = name switch { "Basic" => ALab.Basic(2), "SecurityGroups" => ALab.SecurityGroups(2), _ => ALab.WithHosts(2) };
        if (name == "Edge")
            lab.Design.Kind = "Edge";
        else if (name == "Open vSwitch")
            foreach (var device in lab.Devices.Where(d => d.LogicalHost is not null))
                device.LogicalHost!.UsesOpenVSwitch = true;
        else if (name is "VMware" or "XenServer" or "Simulator")
        {
            lab.Cluster.Hypervisor = name;
            foreach (var traffic in lab.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
                traffic.Labels[name] = "vSwitch0,100";
        }
        lab.Live = ALiveZone.Of(lab.Design);
        return lab;
    }

    private static void Spoil(JsonNode node, Random random, double share)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (key, value) in o.ToList())
                    if (value is JsonValue text && text.TryGetValue<string>(out _))
                    {
                        if (key != "id" && random.NextDouble() < share)
                            o[key] = Texts[random.Next(Texts.Length)];
                    }
                    else if (value is not null)
                        Spoil(value, random, share);
                break;
            case JsonArray a:
                for (var i = 0; i < a.Count; i++)
                    if (a[i] is JsonValue text && text.TryGetValue<string>(out _))
                    {
                        if (random.NextDouble() < share)
                            a[i] = Texts[random.Next(Texts.Length)];
                    }
                    else if (a[i] is { } item)
                        Spoil(item, random, share);
                break;
        }
    }

    private static IEnumerable<(JsonObject Holder, string Key)> Holders(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => (o, p.Key)).Concat(o.SelectMany(p => Holders(p.Value))).ToList(),
        JsonArray a => a.SelectMany(Holders).ToList(),
        _ => [],
    };
}
