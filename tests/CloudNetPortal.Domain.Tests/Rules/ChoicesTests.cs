using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>Guided fixes: each answer that changes the design heals what it was offered for; those that change the catalogue name what is there.</summary>
public sealed class ChoicesTests
{
    [Theory, MemberData(nameof(Designs))]
    public void Choice_OfTheDesign_HealsItsFinding(string rule)
    {
        var lab = Broken(rule);
        var finding = lab.FindingsOf(rule)[0];
        var fix = finding.Fixes.First(f => f.Kind == FixKind.Guided);
        var answers = fix.Answers.Select(a => a.Input is null ? a : a.With(Typed(rule))).ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.DoesNotContain(finding.Fingerprint, lab.After(answer).FindingsOf(rule).Select(f => f.Fingerprint)));
        Assert.Equal(answers.Count, answers.Select(a => a.Title).Distinct().Count());
    }

    public static TheoryData<string> Designs =>
        ["CNP1004", "CNP2001", "CNP2006", "CNP3004", "CNP4004", "CNP4007", "CNP4013", "CNP4017", "CNP5002", "CNP7001", "CNP7002", "CNP7004", "CNP8007", "CNP8008", "CNP9002", "CNP9003"];

    [Fact]
    public void PortWithTwoCables_OffersWhichStays()
    {
        var lab = ALab.WithHosts(2);
        var port = lab.Port("tor1", "swp1");
        lab.Wire(ALab.Add(lab.Device("kvm1"), new Interface { Name = "eth9" }), port).Label = "C-9";

        var fix = Assert.Single(lab.FindingsOf("CNP0103").First(f => f.Path.StartsWith("devices/tor1", StringComparison.Ordinal)).Fixes);

        Assert.Equal((FixKind.Guided, 2), (fix.Kind, fix.Choices.Count));
        Assert.Contains("goes to kvm1 eth9", fix.Choices[1].Note, StringComparison.Ordinal);
        Assert.All(fix.Choices, c => Assert.Equal(("status", "Decommissioning"), Assert.Single(c.CatalogueEdits!) is CatalogueEdit.SetCableField set ? (set.Field, set.Value) : default));
    }

    [Fact]
    public void CableThatDoesNotFit_OffersTypesThatDo_ThoseOfOtherCablesFirst()
    {
        var lab = ALab.WithHosts(2);
        foreach (var (device, port) in new[] { ("kvm1", "eno1"), ("tor1", "swp1"), ("kvm1", "eno2"), ("tor1", "swp2") })
            lab.Port(device, port).Connector = "10gbase-sr";
        Cable(lab, "kvm1", "eno2").Type = "mmf-om3";
        Cable(lab, "kvm1", "eno1").Type = "cat6a";

        var fix = Assert.Single(Assert.Single(lab.FindingsOf("CNP0104"), f => f.Case == "a").Fixes);

        Assert.Equal([("mmf-om3", "like 1 other cable between such ports"), ("mmf-om4", null)], fix.Choices.Select(c => (c.Title, c.Note)));
    }

    [Fact]
    public void NicWithoutCable_OffersFreePortsOfTheSwitchesNearby()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.Remove(Cable(lab, "kvm2", "eno2"));
        ALab.Add(lab.Device("tor1"), new Interface { Name = "spare1" });

        var fixes = lab.FindingsOf("CNP6001")[0].Fixes;

        Assert.Equal([FixKind.Guided, FixKind.Manual], fixes.Select(f => f.Kind));
        Assert.Contains(new CatalogueEdit.PlanCable("kvm2", "eno2", "tor1", "spare1"), fixes[0].Choices.SelectMany(c => c.CatalogueEdits!));
    }

    [Fact]
    public void SameMacTwice_OffersWhoKeepsIt()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "eno1").Mac = lab.Port("kvm2", "eno1").Mac = new System.Net.NetworkInformation.PhysicalAddress([0x3c, 0xec, 0xef, 0, 0x12, 0x34]);

        var fix = Assert.Single(Assert.Single(lab.FindingsOf("CNP0101")).Fixes);

        Assert.Equal(["kvm1 eno1 keeps it", "kvm2 eno1 keeps it"], fix.Choices.Select(c => c.Title));
        Assert.Equal(new CatalogueEdit.SetPortField("kvm2", "eno1", "mac", null), Assert.Single(fix.Choices[0].CatalogueEdits!));
    }

    private static Cable Cable(ALab lab, string device, string port) => lab.Cables.First(c => c.Ends.Exists(e => e.InterfaceId == lab.Port(device, port).Id));

    private static string Typed(string rule) => rule switch
    {
        "CNP3004" => "cloudbr1", "CNP4007" => "10.99.0.0/16", "CNP4013" => "192.0.2.53", "CNP8007" or "CNP8008" => "nfs://10.20.200.9/export/other", _ => "3000-3099",
    };

    private static ALab Broken(string rule)
    {
        var lab = rule is "CNP1004" or "CNP4017" ? ALab.Basic(2) : ALab.WithHosts(2);
        switch (rule)
        {
            case "CNP1004": lab.Design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n9", Name = "second", TrafficTypes = { new TrafficType { Id = "t9", Type = "Storage", Labels = { ["KVM"] = "cloudbr1" } } } }); break;
            case "CNP2001": lab.Network("guest-a").TrafficTypes.Add(new TrafficType { Id = "t9", Type = "Management", Labels = { ["KVM"] = "cloudbr1" } }); break;
            case "CNP2006": lab.Network("guest-a").IsolationMethods = ["VLANS"]; break;
            case "CNP3004": lab.Traffic("Guest").Labels["KVM"] = "cloud0"; break;
            case "CNP4004": lab.Design.Pods.Add(new Pod { Id = "p9", Name = "pod9", Gateway = lab.Pod.Gateway, Netmask = lab.Pod.Netmask, ManagementRanges = { new ManagementRange { Id = "m9", StartIp = "10.20.100.200", EndIp = "10.20.100.210" } } }); break;
            case "CNP4007": lab.Design.GuestCidr = "10.20.0.0/16"; break;
            case "CNP4013": lab.Design.InternalDns1 = ""; lab.OtherZones.Add(new ZoneDesign { Id = "z9", Name = "ams9", InternalDns1 = "10.9.0.53" }); break;
            case "CNP4017": lab.Pod.GuestRanges.Clear(); break;
            case "CNP5002": lab.Network("guest-a").GuestVlans = ""; break;
            case "CNP7001": lab.Cluster.Hypervisor = "Nope"; break;
            case "CNP7002": lab.Device("kvm2").LogicalHost = new LogicalHost { Hypervisor = "KVM", OperatingSystem = "Ubuntu 24.04" }; lab.Device("kvm1").LogicalHost = new LogicalHost { Hypervisor = "KVM", OperatingSystem = "Rocky Linux 9" }; break;
            case "CNP7004": lab.Pod.Clusters.Add(new Cluster { Id = "c9", Name = "c9", Hosts = { new Host { Id = "h9", Device = "kvm1" } } }); break;
            case "CNP8007": lab.Design.SecondaryStorages.Clear(); break;
            case "CNP8008": lab.Design.PrimaryStorages.Clear(); lab.Cluster.PrimaryStorages.Clear(); break;
            case "CNP9002": lab.Design.PublicRanges[0].EndIp = lab.Design.PublicRanges[0].StartIp; break;
            case "CNP9003": lab.Network("guest-a").PlannedNetworks = 25; break;
        }
        return lab;
    }
}
