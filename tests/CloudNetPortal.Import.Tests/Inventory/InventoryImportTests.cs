using System.IO.Compression;
using System.Text;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Inventory;

public sealed class InventoryImportTests
{
    private static CatalogueSnapshot Accept(InventoryDraft draft, CatalogueSnapshot? into = null)
    {
        into ??= CatalogueSnapshot.Empty;
        return InventoryMerge.With(into, InventoryMerge.Apply(InventoryMerge.Compare(draft, into), into, DateTimeOffset.UnixEpoch));
    }

    private static InventoryImport Read(params (string Path, string Text)[] files) => InventoryImport.Read([.. files.Select(f => new ImportFile(f.Path, f.Text))]);

    [Fact]
    public void SmallLab_Accepted_IsTheLab()
    {
        var import = InventoryImport.Read(Sample.Files("lab"));
        Assert.DoesNotContain(import.Problems, p => p.Weight != ProblemWeight.Note);
        Assert.All(import.Files, f => Assert.Equal(f.Rows, f.Ok));
        Assert.Equal([("Compute node", DeviceRoles.Hypervisor), ("ToR Switch", DeviceRoles.Switch)], import.Mapping.RolesMet.Select(r => (r.Key, r.Value)));
        var catalogue = Accept(import.Draft);

        var host = catalogue.Devices.Single(d => d.Name == "kvm-a");
        Assert.Equal(("KVM", "192.0.2.11"), (host.LogicalHost!.Hypervisor, host.LogicalHost.ManagementAddress!.ToString()));
        Assert.Equal(["bond0", "bond0.20", "cloudbr0", "cloudbr1", "ens1f0", "ens1f1"], host.Interfaces.Where(i => !i.MadeByCloudStack).Select(i => i.Name).Order(StringComparer.Ordinal));
        Assert.Equal("02005E000102", host.Interfaces.Single(i => i.Name == "ens1f1").Mac!.ToString());
        Assert.False(host.Interfaces.Single(i => i.Name == "bond0").LacpFast);
        var sw = catalogue.Devices.Single(d => d.Name == "sw1");
        var lag = sw.Interfaces.Single(i => i.Name == "lag-a");
        Assert.Equal((SwitchPortMode.Trunk, 1, VlanSet.Parse("20,300-309")), (lag.Mode!.Value, lag.UntaggedVlan!.Value, lag.TaggedVlans));
        Assert.Equal(4, catalogue.Cables.Count);
        Assert.All(catalogue.Cables, c => Assert.Equal(3m, c.LengthMetres));
        Assert.Equal(4, catalogue.Neighbours.Count);
        Assert.Equal((10m, "front"), (host.Position!.Value, host.Face));
        Assert.True(InventoryMerge.Compare(InventoryImport.Read(Sample.Files("lab")).Draft, catalogue).IsEmpty);
    }

    [Fact]
    public void Zip_OfALab_IsReadLikeItsFolder()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, true))
            foreach (var file in Sample.Files("lab"))
            {
                using var entry = zip.CreateEntry(file.Path).Open();
                entry.Write(file.Bytes.Span);
            }
        var (files, problems) = Upload.Open([new ImportFile("lab.zip", packed.ToArray())]);
        Assert.Empty(problems);
        var direct = InventoryImport.Read(Sample.Files("lab")).Draft;
        Assert.Equal(direct.Records.Select(r => r.Key), InventoryImport.Read(files).Draft.Records.Select(r => r.Key));
    }

    [Fact]
    public void ZipBomb_IsRefused_WithoutUnpackingItAll()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, true))
        {
            using var entry = zip.CreateEntry("zeros.csv", CompressionLevel.Fastest).Open();
            var block = new byte[1 << 20];
            for (var i = 0; i < 230; i++)
                entry.Write(block);
        }
        var (files, problems) = Upload.Open([new ImportFile("bomb.zip", packed.ToArray())]);
        Assert.Empty(files);
        Assert.Equal("Too large", Assert.Single(problems).Cause);
    }

    [Fact]
    public void DamagedZip_AndPathsThatLeave_AreNamed()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, true))
            zip.CreateEntry("../../etc/x").Open().Dispose();
        var whole = packed.ToArray();
        var (files, problems) = Upload.Open([new ImportFile("a.zip", whole), new ImportFile("b.zip", whole.AsMemory(0, whole.Length / 2))]);
        Assert.Empty(files);
        Assert.Equal(["Path leaves the archive", "Broken archive"], problems.Select(p => p.Cause));
    }

    [Theory, InlineData(','), InlineData(';'), InlineData('\t')]
    public void Csv_WithAnySeparatorQuotesAndBom_IsRead(char separator)
    {
        var text = "\uFEFF" + string.Join('\n', "name,role,site,comments", "a,server,dc,\"two\nlines, \"\"quoted\"\"\"", "b,server,dc,x").Replace(',', separator);
        var import = Read(("devices.csv", text));
        Assert.DoesNotContain(import.Problems, p => p.Weight == ProblemWeight.Error);
        Assert.Equal($"two\nlines{separator} \"quoted\"", import.Draft.Find(RecordKey.Device("a"))!["comments"]);
        Assert.Equal(4, import.Draft.Find(RecordKey.Device("b"))!.Source.Line);
    }

    [Fact]
    public void Csv_ManyFaults_AreAllSaidAtOnceWithLineAndColumn()
    {
        var import = Read(
            ("devices.csv", "name,role,site,rack,position,face,status,weather\na,server,dc,R1,ten,front,active,sun\na,server,dc,R1,5,side,active,\n,server,dc,,,,,\nc,server,dc,R1,5,rear,sleeping,\nd,server,dc\n"),
            ("interfaces.csv", "device,name,type,mtu,mode,tagged_vlans\nc,eth0,10gbase-t,12,tagged,\"10-20,9000\"\nc,eth1,10gbase-t,1500,hybrid,\n"),
            ("cables.csv", "side_a_device,side_a_name,side_b_device,side_b_name,side_a_type\nc,eth0,c,eth0,\nc,eth0,c,eth7,dcim.powerport\nc,eth0,c,eth9,dcim.interface\n"),
            ("macs.csv", "mac_address,device,interface\n02:00:5e:00:00:zz,c,eth0\n"),
            ("prefixes.csv", "prefix,status\n10.0.0.1/24,active\n"));
        Assert.Equal(
            [
                "devices.csv:1 Unknown column weather", "devices.csv:2 Unit not readable position", "devices.csv:3 Row twice ", "devices.csv:4 Value missing name", "devices.csv:5 Status not readable status",
                "devices.csv:6 Wrong number of values ", "interfaces.csv:2 MTU not readable mtu", "interfaces.csv:2 Tagged VLANs not readable tagged_vlans", "interfaces.csv:3 VLAN mode not readable mode",
                "cables.csv:2 Cable onto itself side_b_name", "cables.csv:3 Not a network port side_a_type", "macs.csv:2 MAC address not readable mac_address", "prefixes.csv:2 Subnet not readable prefix",
                "all files:4 Port only known from a cable cables.csv",
            ],
            import.Problems.Where(p => p.Weight != ProblemWeight.Note).OrderBy(p => Array.IndexOf(["devices.csv", "interfaces.csv", "cables.csv", "macs.csv", "prefixes.csv", "all files"], p.File)).ThenBy(p => p.Line)
                .Select(p => $"{p.File}:{p.Line} {p.Cause} {p.Place}"));
        Assert.All(import.Problems, p => Assert.True(p.Message.Length > 10 && p.Cure.Length > 5));
    }

    [Fact]
    public void References_InACircle_AreRefused()
    {
        var import = Read(("i.csv", "device,name,type,lag,parent\nx,a,virtual,,b\nx,b,virtual,,a\nx,c,lag,c,\n"));
        Assert.Equal(["Goes in a circle", "Refers to itself"], import.Problems.Where(p => p.Weight == ProblemWeight.Error).Select(p => p.Cause).Order(StringComparer.Ordinal));
        Accept(import.Draft);
    }

    [Fact]
    public void TwoSources_ThatDisagree_AreNamedAndTheDeviceItselfWins()
    {
        var import = Read(
            ("i.csv", "device,name,type,mtu\nh,ens1,10gbase-t,1500\n"), ("j.csv", "device,name,type,mtu\nh,ens1,10gbase-t,9000\n"),
            ("h/l.json", """[{"ifindex":2,"ifname":"ens1","flags":["UP"],"mtu":9216,"link_type":"ether","address":"02:00:5e:00:00:01","linkinfo":{}}]"""));
        Assert.Equal("9216", import.Draft.Find(RecordKey.Interface("h", "ens1"))!["mtu"]);
        var problem = Assert.Single(import.Problems, p => p.Cause == "Sources disagree");
        Assert.Equal(("j.csv", 2, "9000"), (problem.File, problem.Line!.Value, problem.Value));
    }

    [Fact]
    public void MovedCable_IsAChangeOfItsEnds_NotASecondCable()
    {
        var before = Accept(InventoryImport.Read(Sample.Files("lab")).Draft);
        var files = Sample.Files("lab").Select(f => f.Name == "cables.csv" ? new ImportFile(f.Path, f.Text.Replace("kvm-b,dcim.interface,ens1f1,sw1,dcim.interface,swp4", "kvm-b,dcim.interface,ens1f1,sw1,dcim.interface,swp5")) : f).ToList();
        var difference = InventoryMerge.Compare(InventoryImport.Read(files).Draft, before);
        var change = Assert.Single(difference.Changed);
        Assert.Equal(("kvm-b:ens1f1 – sw1:swp4", "kvm-b:ens1f1 – sw1:swp5"), (change.Fields[0].Ours, change.Fields[0].Theirs));
        var after = InventoryMerge.With(before, InventoryMerge.Apply(difference, before, DateTimeOffset.UnixEpoch));
        Assert.Equal(4, after.Cables.Count);
        Assert.True(InventoryMerge.Compare(InventoryImport.Read(files).Draft, after).IsEmpty);
    }

    [Fact]
    public void Gone_InterfaceOfAnObservedHost_IsNamedAndKept()
    {
        var before = Accept(InventoryImport.Read(Sample.Files("lab")).Draft);
        var files = Sample.Files("lab").Select(f => f.Path == "kvm-b/ip-addr.json" ? new ImportFile(f.Path, string.Join('\n', f.Text.Split('\n').Where(l => !l.Contains("\"ifname\": \"cloudbr1\"")))
            .Replace("\"master\": \"cloudbr1\", ", "")) : f).ToList();
        var difference = InventoryMerge.Compare(InventoryImport.Read(files).Draft, before);
        Assert.Equal("kvm-b cloudbr1", Assert.Single(difference.Missing).ToString());
    }

    [Fact]
    public void HostOutput_WithoutAnOwner_AsksForIt()
    {
        const string json = """[{"ifindex":2,"ifname":"ens1","flags":["UP"],"mtu":1500,"link_type":"ether","address":"02:00:5e:00:00:01"}]""";
        var asked = Read(("pasted", json));
        Assert.Equal("Device unknown", Assert.Single(asked.Problems).Cause);
        var told = InventoryImport.Read([new ImportFile("pasted", json)], new InventoryMapping { Devices = { ["pasted"] = "h1" } });
        Assert.NotNull(told.Draft.Find(RecordKey.Interface("h1", "ens1")));
    }

    [Fact]
    public void DeviceType_StampsItsPorts_OnDevicesWithoutAList()
    {
        var import = Read(
            ("t.yaml", "---\nmanufacturer: Acme\nmodel: P24\nslug: acme-p24\nu_height: 1\nis_full_depth: false\ninterfaces:\n  - name: eth[0-3]\n    type: 25gbase-x-sfp28\n  - name: bmc\n    type: 1000base-t\n    mgmt_only: true\n"),
            ("d.csv", "name,role,manufacturer,device_type,site\nn1,server,Acme,P24,dc\n"));
        Assert.Empty(import.Problems);
        var device = Accept(import.Draft).Devices.Single();
        Assert.Equal(["bmc", "eth0", "eth1", "eth2", "eth3"], device.Interfaces.Select(i => i.Name).Order(StringComparer.Ordinal));
        Assert.True(device.Interfaces.Single(i => i.Name == "bmc").ManagementOnly);
    }

    [Theory]
    [InlineData("manufacturer: a\nmodel: &x b\nslug: *x\n", "No valid YAML")]
    [InlineData("manufacturer: a\nmodel: b\n\tslug: c\n", "No valid YAML")]
    [InlineData("manufacturer: a\nmodel: b\nslug: c\nhight: 2\n", "Unknown key")]
    public void Yaml_WithAliasesTabsOrUnknownKeys_IsNamed(string text, string cause) => Assert.Contains(Read(("t.yaml", text)).Problems, p => p.Cause == cause && p.Line > 0);

    [Fact]
    public void WrongEncoding_CutJsonAndBinary_AreNamed()
    {
        var import = InventoryImport.Read(
        [
            new ImportFile("latin.csv", Encoding.Latin1.GetBytes("name,role,site\nkøl,server,dc\n")),
            new ImportFile("h/cut.json", "[{\"ifindex\":2,\"ifname\":\"ens1\",\"link_type\":\"ether\",\"mtu\":15"),
            new ImportFile("picture.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1 }),
            new ImportFile("deep.json", "[{\"ifindex\":1,\"link_type\":" + new string('[', 5000)),
        ], new InventoryMapping { Devices = { ["deep.json"] = "h" } });
        Assert.Equal(["Wrong encoding", "Bracket not closed", "Not recognised", "Nested too deep"],
            ((string[])["latin.csv", "h/cut.json", "picture.png", "deep.json"]).Select(f => import.Problems.First(p => p.File == f && p.Weight != ProblemWeight.Note).Cause));
    }

    [Fact]
    public void Name_TooLong_StaysOutAndIsNamed()
    {
        var name = new string('x', 101);
        var difference = InventoryMerge.Compare(Read(("d.csv", $"name,role,site\n{name},server,dc\nok,server,dc\n")).Draft, CatalogueSnapshot.Empty);
        Assert.Equal(("Name too long", 2), (difference.Problems[0].Cause, difference.Problems[0].Line!.Value));
        Assert.DoesNotContain(difference.Added, r => r.Key.Name == name);
    }

    [Fact]
    public void DemoTables_ThousandsOfRows_GiveWhatTheyHold()
    {
        var import = InventoryImport.Read(Shared.Files("data/netbox/demo/csv"));
        var catalogue = Accept(import.Draft);
        Assert.Equal((24, 42, 1145), (catalogue.Datacenters.Count, import.Draft.Of(RecordKind.Rack).Count(), import.Files.Single(f => f.Key == "netbox-interfaces").Ok));
        Assert.Equal(import.Files.Single(f => f.Key == "netbox-cables").Ok, catalogue.Cables.Count);
        Assert.Equal(90, catalogue.Prefixes.Count);
    }

    [Theory, InlineData("VMware ESXi 8.0", "VMware"), InlineData("XCP-ng 8.2", "XenServer"), InlineData("XenServer", "XenServer"), InlineData("ubuntu-kvm", "KVM"), InlineData("Microsoft Hyper-V", "Hyperv")]
    public void Platform_TellsTheHypervisor(string platform, string hypervisor)
    {
        var import = InventoryImport.Read([new("devices.csv", $"name,role,manufacturer,device_type,status,site,platform\nh1,Hypervisor,Acme,A1,active,lab,{platform}\n")]);
        Assert.Equal(hypervisor, import.Draft.Find(RecordKey.Device("h1"))!["hypervisor"]);
    }
}
