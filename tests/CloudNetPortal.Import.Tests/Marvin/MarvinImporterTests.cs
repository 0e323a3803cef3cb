using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Tests.Marvin;

public sealed class MarvinImporterTests
{
    public static TheoryData<string> Forms => ["advanced-two-networks.cfg", "security-groups.cfg", "basic-elastic.cfg", "vmware-baremetal.cfg", "two-zones-odd-types.cfg", "no-zones.cfg", "s3.cfg"];

    [Theory, MemberData(nameof(Forms))]
    public void RoundTrip_OfEachForm_ChangesNothingThatMatters(string form) => MarvinRoundTrip.Check(Sample.File($"marvin/{form}"));

    [Fact]
    public void Advanced_IsRead_WithEveryPart()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/advanced-two-networks.cfg"));
        var design = Assert.Single(import.Designs);
        Assert.Equal("Marvin zone file", import.RecognisedAs);
        Assert.Equal(("east-1", "Advanced", "10.1.1.0/24", true), (design.Name, design.Kind, design.GuestCidr, design.EnableZone));
        Assert.Equal(["core", "tenant"], design.PhysicalNetworks.Select(n => n.Name));
        Assert.Equal("cloudbr0", design.PhysicalNetworks[0].Traffic("Management")!.LabelFor("KVM"));
        Assert.Equal("500-599,700-700", design.PhysicalNetworks[1].GuestVlans);
        Assert.Equal("203.0.113.10", Assert.Single(design.PublicRanges).StartIp);
        var pod = Assert.Single(design.Pods);
        Assert.Equal(("10.20.1.100", "10.20.1.150"), (pod.ManagementRanges[0].StartIp, pod.ManagementRanges[0].EndIp));
        var host = pod.Clusters[0].Hosts[0];
        Assert.Equal(["fast", "ssd"], host.Tags);
        Assert.Equal("hunter2-kvm1", import.Secrets[host.PasswordRef!]);
        Assert.Equal(2, pod.Clusters[0].PrimaryStorages.Count);
        Assert.All(design.GlobalSettings, s => Assert.False(s.Apply));
        Assert.Contains(import.Leftovers, l => l.Path == "/mgtSvr" && l.Kind == LeftoverKind.NotInDesign);
    }

    [Fact]
    public void SecurityGroups_LastRange_BecomesTheSharedNetwork()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/security-groups.cfg"));
        var design = Assert.Single(import.Designs);
        Assert.Equal("AdvancedSecurityGroups", design.Kind);
        Assert.Empty(design.PublicRanges);
        var shared = Assert.Single(design.GuestNetworks);
        Assert.Equal(("198.51.100.1", "31", "OurSharedOffering"), (shared.Gateway, shared.Vlan, shared.Offering));
        Assert.Contains(import.Leftovers, l => l.Path.EndsWith("/broadcastdomainrange", StringComparison.Ordinal));
    }

    [Fact]
    public void Basic_WithPublicTraffic_KeepsElasticRangesAndGuestRanges()
    {
        var design = Assert.Single(ZoneFileImporter.ReadAny(Sample.File("marvin/basic-elastic.cfg")).Designs);
        Assert.Equal("Basic", design.Kind);
        Assert.Equal("DefaultSharedNetscalerEIPandELBNetworkOffering", Assert.Single(design.GuestNetworks).Offering);
        Assert.Single(design.PublicRanges);
        Assert.Single(design.Pods[0].GuestRanges);
        Assert.Equal("NetscalerVPXLoadBalancer", design.PhysicalNetworks[0].Providers[1].Devices[0].DeviceType);
    }

    [Fact]
    public void Vmware_Datacenter_IsTakenFromThePod()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/vmware-baremetal.cfg"));
        var design = Assert.Single(import.Designs);
        Assert.Equal("vcenter.example.net", design.VmwareDatacenter!.VCenter);
        Assert.Equal("52:54:00:aa:bb:01", design.Pods[0].Clusters[1].Hosts[0].HostMac);
        Assert.Contains(import.Problems, p => p.Cause == "No isolation method" && p.Line > 1);
        Assert.Contains(import.Leftovers, l => l.Path == "/zones/0/baremetalrcturl");
    }

    [Fact]
    public void StoreSecrets_NeverStand_InTheDesign()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/s3.cfg"));
        var store = import.Designs[0].SecondaryStorages[0];
        var secret = store.Details.Find(d => d.Key == "secretkey")!;
        Assert.Null(secret.Value);
        Assert.Equal("s3-very-secret", import.Secrets[secret.SecretRef!]);
        Assert.Equal("rbd://cloud:…@mon1.example.net/volumes", import.Designs[0].PrimaryStorages[0].Url);
        Assert.Single(import.Designs[0].StagingStores);
        Assert.Contains(import.Problems, p => p.Cause == "Password in a URL");
    }

    [Fact]
    public void Export_AfterAnEdit_KeepsTheEditAndTheLeftoversAroundIt()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/two-zones-odd-types.cfg"));
        var design = import.Designs[0];
        Assert.True(design.LocalStorageEnabled);
        design.LocalStorageEnabled = false;
        design.Pods.Insert(0, new Pod { Name = "new" });
        var tree = MarvinExport.Write(import.Designs, import.Secrets, import.Leftovers).Tree;
        Assert.Null(tree["zones"]![0]!["localstorageenabled"]);
        Assert.Equal("kept", (string?)tree["zones"]![0]!["pods"]![1]!["ownfield"]);
        Assert.Null(tree["zones"]![0]!["pods"]![0]!["ownfield"]);
    }

    [Fact]
    public void Export_WithoutSecrets_SaysWhichAreMissing()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/advanced-two-networks.cfg"));
        var result = MarvinExport.Write(import.Designs, null, import.Leftovers);
        Assert.Contains("zone1.pod1.cluster1.host1.password", result.MissingSecrets);
        Assert.DoesNotContain("hunter2", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenFile_AllMistakes_AreNamedWithPlaceValueAndCure()
    {
        var import = ZoneFileImporter.ReadAny(Sample.File("marvin/broken-template.cfg"));
        Assert.Empty(import.Designs);
        Assert.Equal(
            [(6, "Placeholder", "<%= @dns %>"), (8, "Surplus comma or colon", ","), (9, "Missing comma", "\"pods\": ["), (10, "Text without quotes", "'p1'"), (13, "Placeholder", "${secret}")],
            import.Problems.Select(p => (p.Line!.Value, p.Cause, p.Value!)));
        Assert.All(import.Problems, p => Assert.True(p.Column > 0 && p.Cure.Length > 0 && p.Weight == ProblemWeight.Error));
    }

    [Fact]
    public void CutOffFile_Line_IsNamed()
    {
        var text = Sample.File("marvin/advanced-two-networks.cfg").Text;
        var import = ZoneFileImporter.ReadAny(new ImportFile("cut.cfg", text[..(text.Length / 2)]));
        Assert.True(import.Failed);
        Assert.Contains(import.Problems, p => p.Cause is "Bracket not closed" or "Text not closed" or "Ends too early");
    }

    [Fact]
    public void UnknownFile_Problem_ListsWhatIsKnown()
    {
        var import = ZoneFileImporter.ReadAny(new ImportFile("notes.txt", "hello"));
        Assert.Contains("Marvin zone file", Assert.Single(import.Problems).Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedFiles_RoundTrip_ChangesNothingThatMatters()
    {
        var files = Shared.Files("data/cloudstack/marvin", "*.cfg");
        var broken = new List<string>();
        foreach (var file in files)
        {
            var import = ZoneFileImporter.ReadAny(file);
            if (import.Failed)
            {
                // Only a file that strict JSON refuses too may be refused, and then with a place for everything.
                Assert.True(Record.Exception(() => MarvinRoundTrip.AsMarvinReads(file)) is System.Text.Json.JsonException, $"{file.Path}: {string.Join('\n', import.Problems)}");
                Assert.All(import.Problems, p => Assert.NotNull(p.Line));
                broken.Add(file.Path);
                continue;
            }
            MarvinRoundTrip.Check(file);
        }
        Assert.True(files.Count - broken.Count >= 30, $"{broken.Count} of {files.Count} files are no JSON: {string.Join(", ", broken)}");
    }

    [Fact]
    public void GeneratorProperties_AreRecognisedAndExplained()
    {
        var import = ZoneFileImporter.ReadAny(new ImportFile("setup.properties", "# for a generator\n[globals]\nexpunge.delay=60\n[environment]\ndns=192.0.2.1\n[cloudstack]\nwhat\n"));
        Assert.Equal(["Line not understood", "Not a zone file"], import.Problems.Select(p => p.Cause));
        Assert.Contains("1 values in [globals]", import.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedGenerators_EveryOne_IsRecognised() =>
        Assert.All(Shared.Files("data/cloudstack/marvin", "*.properties"), f => Assert.Equal("Properties of a Marvin generator", ZoneFileImporter.ReadAny(f).RecognisedAs));
}
