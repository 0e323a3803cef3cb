using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Import.Tests.Zones;

/// <summary>Zone files as people write them (docs/zone-file.md).</summary>
public sealed class ZoneFileTests
{
    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(RepositoryFiles.At("docs", "examples"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Examples))]
    public void EveryExample_IsASoundZone(string example)
    {
        var import = Read(File.ReadAllText(RepositoryFiles.At("docs", "examples", example + ".yaml")));
        Assert.All(import.Problems, p => Assert.Equal(ProblemWeight.Note, p.Weight));
        var folder = RepositoryFiles.At("docs", "examples", "inventory");
        var inventory = InventoryImport.Read([.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => new ImportFile(Path.GetRelativePath(folder, f), File.ReadAllBytes(f)))]);
        var now = TimeProvider.System.GetUtcNow();
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(InventoryMerge.Compare(inventory.Draft, CatalogueSnapshot.Empty), CatalogueSnapshot.Empty, now));
        var results = RuleBook.Judge(new RuleInput(Assert.Single(import.Designs), catalogue, PolicyPack.Production, now));
        Assert.Equal("", string.Join('\n', results.Findings.Where(f => f.Status == FindingStatus.Open && f.RuleId != "CNP6301").Select(f => $"{f.RuleId} {f.Message}")));
    }

    [Fact]
    public void AnExportedYamlFile_IsReadAgain_ByHash()
    {
        foreach (var form in new[] { "advanced-two-networks", "basic-elastic", "security-groups", "vmware-baremetal" })
        {
            var design = ZoneFileImporter.ReadAny(Sample.File($"marvin/{form}.cfg")).Designs[0];
            var again = Assert.Single(Read("---\n" + Exports.YamlText.Of(DesignJson.ToTree(design))).Designs);
            Assert.Equal(CanonicalJson.Hash(CanonicalJson.Bytes(design)), CanonicalJson.Hash(CanonicalJson.Bytes(again)));
        }
    }

    [Fact]
    public void WhatIsLeftOut_IsFilledIn_AndTold()
    {
        var import = Read("""
            name: z
            kind: advanced
            physicalNetworks:
              - name: guest
                id: own
                isolationMethods: VLAN
                guestVlans: 500
                plannedNetworks: 12
                privateGatewaysPlanned: yes
                trafficTypes:
                  - {type: guest, labels: {kvm: cloudbr1, xenserver: 7}}
            publicRanges:
            pods:
              - name: p
                managementRanges: [{startIp: 10.0.0.1, id: net2}]
                clusters: [{name: c, hosts: [{device: h1}, {device: h2}]}]
            """);
        var design = Assert.Single(import.Designs);
        Assert.Equal((1, "Advanced", "zone"), (design.SchemaVersion, design.Kind, design.Id));
        var network = Assert.Single(design.PhysicalNetworks);
        Assert.Equal(("own", "VLAN", "500", 12, true), (network.Id, Assert.Single(network.IsolationMethods), network.GuestVlans, network.PlannedNetworks, network.PrivateGatewaysPlanned));
        Assert.Equal(("Guest", "own.traffic1", "cloudbr1", "7"), (network.TrafficTypes[0].Type, network.TrafficTypes[0].Id, network.TrafficTypes[0].Labels["KVM"], network.TrafficTypes[0].Labels["XenServer"]));
        Assert.Equal(["VirtualRouter", "VpcVirtualRouter", "InternalLbVm"], network.Providers.Select(p => p.Name));
        Assert.Empty(design.PublicRanges);
        Assert.Equal(["pod1.cluster1.host1", "pod1.cluster1.host2"], design.Pods[0].Clusters[0].Hosts.Select(h => h.Id));
        Assert.Equal("net2", design.Pods[0].ManagementRanges[0].Id);
        Assert.Contains("providers VirtualRouter, VpcVirtualRouter, InternalLbVm of physical network guest", Assert.Single(import.Problems).Message);
    }

    [Fact]
    public void ANumber_IsTheTextItMeans_InJsonToo() =>
        Assert.Equal("50", Assert.Single(Assert.Single(Read("""{"name": "z", "physicalNetworks": [], "publicRanges": [{"vlan": 50}], "pods": null}""").Designs).PublicRanges).Vlan);

    [Fact]
    public void EmptyListsOfAnExport_StayEmpty()
    {
        var design = Assert.Single(Read("""{"schemaVersion": 1, "kind": "Basic", "guestNetworks": [], "physicalNetworks": [{"providers": [], "trafficTypes": [{"type": "Guest"}]}]}""").Designs);
        Assert.Empty(design.GuestNetworks);
        Assert.Empty(design.PhysicalNetworks[0].Providers);
    }

    [Fact]
    public void AllMistakes_AreToldAtOnce_WithPlaceValueAndCure()
    {
        var import = Read("""
            name: z
            guestcidr: 10.1.1.0/24
            physicalNetworks:
              - name: a
                label: x
                trafficTypes:
                  - {type: Guest, labels: {KMV: cloudbr0}}
            publicRanges:
              startip: 1
            pods:
              - gatway: 10.0.0.1
                start_ip: 10.0.0.2
                routedManagement: maybe
            """);
        Assert.Empty(import.Designs);
        Assert.Equal(
            ["zone.yaml:2:12 /guestcidr “10.1.1.0/24”: “guestcidr” is no property here; perhaps “guestCidr” is meant.", "zone.yaml:5:12 /physicalNetworks/0/label “x”: “label” is no property here.",
                "zone.yaml:7:37 /physicalNetworks/0/trafficTypes/0/labels/KMV “cloudbr0”: “KMV” is no hypervisor; perhaps “KVM” is meant.", "zone.yaml:9:3 /publicRanges: A list is expected.",
                "zone.yaml:11:13 /pods/0/gatway “10.0.0.1”: “gatway” is no property here; perhaps “gateway” is meant.", "zone.yaml:12:15 /pods/0/start_ip “10.0.0.2”: “start_ip” is no property here.",
                "zone.yaml:13:23 /pods/0/routedManagement “maybe”: true or false is expected."],
            import.Problems.Select(p => p.ToString()[..^(p.Cure.Length + 1)]));
        Assert.All(import.Problems, p => Assert.NotEmpty(p.Cure));
    }

    [Theory]
    [InlineData("name: z\npods: [\nkind: Basic\n", "No valid YAML")]
    [InlineData("kind: Basic\npods: []\n---\nkind: Basic\n", "Several documents")]
    [InlineData("kind: Basic\npods: []\nkind: Basic\n", "Key twice")]
    public void AFileThatIsNoYaml_SaysWhere(string text, string cause)
    {
        var import = Read(text);
        Assert.Empty(import.Designs);
        Assert.Contains(import.Problems, p => p.Cause == cause && p.Line > 1);
    }

    [Fact]
    public void AFileOfNoKind_SaysHowZoneFilesBegin() => Assert.Contains("docs/zone-file.md", Assert.Single(Read("hello: world\n").Problems).Cure);

    private static ZoneImport Read(string text) => ZoneFileImporter.ReadAny(new ImportFile("zone.yaml", text));
}
