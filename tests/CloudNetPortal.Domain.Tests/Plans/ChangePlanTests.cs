using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Plans;

public sealed class ChangePlanTests
{
    /// <summary>Single changes of a design, and whether CloudStack can take them back.</summary>
    private static readonly Dictionary<string, Action<ZoneDesign>> Edits = new()
    {
        ["zone name"] = d => d.Name = "ams2",
        ["dns"] = d => d.Dns1 = "9.9.9.9",
        ["second dns added"] = d => d.Dns2 = "9.9.9.9",
        ["internal dns"] = d => d.InternalDns1 = "10.1.0.54",
        ["guest cidr"] = d => d.GuestCidr = "10.2.0.0/16",
        ["domain cleared"] = d => d.NetworkDomain = null,
        ["local storage"] = d => d.LocalStorageEnabled = true,
        ["detail"] = d => d.Details = [new Detail { Id = "x", Key = "a.b", Value = "c" }],
        ["zone handed over disabled"] = d => d.EnableZone = false,
        ["network tag"] = d => d.PhysicalNetworks[0].Tags = ["guest-b"],
        ["guest VLANs"] = d => d.PhysicalNetworks[0].GuestVlans = "500-599,701-710",
        ["label"] = d => d.PhysicalNetworks[0].TrafficTypes[1].Labels["KVM"] = "cloudbr7",
        ["label cleared"] = d => d.PhysicalNetworks[0].TrafficTypes[1].Labels.Remove("VMware"),
        ["traffic type added"] = d => d.PhysicalNetworks[0].TrafficTypes.Add(new TrafficType { Id = "ts", Type = "Storage", Labels = { ["KVM"] = "cloudbr0" } }),
        ["provider on"] = d => d.PhysicalNetworks[0].Providers[1].Enabled = true,
        ["provider off"] = d => d.PhysicalNetworks[0].Providers[0].Enabled = false,
        ["network added"] = d => d.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n2", Name = "pn-second", IsolationMethods = ["VLAN"], TrafficTypes = { new TrafficType { Id = "tg2", Type = "Guest" } } }),
        ["pod name"] = d => d.Pods[0].Name = "pod-a",
        ["pod netmask"] = d => d.Pods[0].Netmask = "255.255.254.0",
        ["management range grown"] = d => d.Pods[0].ManagementRanges[0].EndIp = "10.0.1.60",
        ["management range moved"] = d => (d.Pods[0].ManagementRanges[0].StartIp, d.Pods[0].ManagementRanges[0].EndIp) = ("10.0.1.20", "10.0.1.60"),
        ["management range added"] = d => d.Pods[0].ManagementRanges.Add(new ManagementRange { Id = "m3", StartIp = "10.0.1.100", EndIp = "10.0.1.110" }),
        ["storage range"] = d => d.Pods[0].StorageRanges[0].EndIp = "10.0.2.60",
        ["storage range gone"] = d => d.Pods[0].StorageRanges.Clear(),
        ["public range grown"] = d => d.PublicRanges[0].EndIp = "192.0.2.60",
        ["public range VLAN"] = d => d.PublicRanges[0].Vlan = "51",
        ["public range added"] = d => d.PublicRanges.Add(new PublicRange { Id = "r2", Gateway = "192.0.3.1", Netmask = "255.255.255.0", StartIp = "192.0.3.10", EndIp = "192.0.3.50", Vlan = "52" }),
        ["public range gone"] = d => d.PublicRanges.Clear(),
        ["public range for an account"] = d => d.PublicRanges[0].DedicatedTo = new Owner { Domain = "ROOT", Account = "admin" },
        ["pod added"] = d => d.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.0.9.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = "m9", StartIp = "10.0.9.10", EndIp = "10.0.9.20" } } }),
        ["cluster name"] = d => d.Pods[0].Clusters[0].Name = "c-one",
        ["host tags"] = d => d.Pods[0].Clusters[0].Hosts[1].Tags = ["b"],
        ["host tags cleared"] = d => d.Pods[0].Clusters[0].Hosts[1].Tags = [],
        ["host added"] = d => d.Pods[0].Clusters[0].Hosts.Add(new Host { Id = "h3", Url = "http://10.0.1.4" }),
        ["host gone"] = d => d.Pods[0].Clusters[0].Hosts.RemoveAt(1),
        ["pool tags"] = d => d.Pods[0].Clusters[0].PrimaryStorages[0].Tags = "fast",
        ["pool gone"] = d => d.Pods[0].Clusters[0].PrimaryStorages.Clear(),
        ["store name"] = d => d.SecondaryStorages[0].Name = "sec2",
        ["store added"] = d => d.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "sec9", Url = "nfs://10.0.3.4/export/t", Provider = "NFS" }),
        ["dedication moved"] = d => d.PhysicalNetworks[0].VlanDedications[0].Vlans = "570-579",
        ["setting"] = d => d.GlobalSettings[1].Value = "90",
    };

    public static TheoryData<string> EditNames => [.. Edits.Keys];

    [Fact]
    public void Plan_ZoneAsDesigned_KeepsEverything()
    {
        foreach (var design in new[] { SampleZones.Advanced(), SampleZones.Basic() })
        {
            var cloud = Pushed(design);
            Keeps(PlanOf(design, cloud));
            // Without recorded ids everything is found by its natural key.
            cloud.Ids.Clear();
            Keeps(Planner.Plan(design, "abc", CatalogueSnapshot.Empty, cloud.Inputs() with { Answers = new Dictionary<string, string?> { ["zone"] = (string?)cloud.Rows("listZones")[0]["id"] } }));
        }
    }

    [Theory, MemberData(nameof(EditNames))]
    public void Plan_OneEdit_BringsTheCloudThereAndThenKeeps(string edit)
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        Edits[edit](design);
        var plan = PlanOf(design, cloud);
        Assert.Empty(plan.Problems);
        Assert.True(plan.Changes, PlanText.Of(plan));
        Assert.True(plan.Steps.Count(s => s.Action is not PlanAction.Keep && !s.OnlyFinds) <= 8, PlanText.Of(plan));
        Keeps(PlanOf(design, cloud.Push(plan)));
    }

    [Theory, MemberData(nameof(EditNames))]
    public void RollBack_OneEdit_BringsTheCloudBackOrSaysWhatStays(string edit)
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        Edits[edit](design);
        var plan = PlanOf(design, cloud);
        cloud.Push(plan);
        var back = RollbackPlan.Of(plan, plan.Steps.ToDictionary(s => s.Key, s => new StepMade(cloud.Ids.GetValueOrDefault(s.Key), s.Action is not PlanAction.Keep)), cloud.Snapshot());
        var there = PlanOf(SampleZones.Advanced(), cloud.Push(back));
        if (back.LeftAlone.Count == 0)
            Keeps(there);
        else
            Assert.Contains(edit, new[] { "detail", "management range added", "host gone", "pool gone", "management range moved" });
    }

    [Fact]
    public void Plan_SeveralChanges_IsTheGoldenOne()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        foreach (var edit in new[] { "dns", "guest VLANs", "label", "label cleared", "network added", "management range moved", "storage range", "public range VLAN", "host tags", "host gone", "dedication moved" })
            Edits[edit](design);
        GoldenPlan.IsSame("changes", PlanOf(design, cloud));
    }

    [Fact]
    public void Plan_VlansShrunk_SaysWhatDisappears()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        design.PhysicalNetworks[0].GuestVlans = "500-595";
        var step = PlanOf(design, cloud).Steps.Single(s => s.Key == "network/n1/vlans");
        Assert.Equal("Replaces the whole set 500–599, 700: 596–599, 700 disappear, none is new. Dedications lost with them: 590-599 of admin.", step.SideEffect);
        Assert.Equal(Reversibility.OneWay, step.Reversibility);
    }

    [Fact]
    public void Plan_NoVlansInTheDesign_NeverSendsAnEmptySet()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        design.PhysicalNetworks[0].GuestVlans = "";
        design.PhysicalNetworks[0].VlanDedications.Clear();
        var plan = PlanOf(design, cloud);
        Assert.DoesNotContain(plan.Steps, s => s.Arguments.Any(a => a.Name == "vlan" && a.Text == ""));
        Assert.Contains(plan.LeftAlone, l => l.Kind == "guest VLANs");
    }

    [Fact]
    public void Plan_FixedField_IsAProblemWithItsCure()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var design = SampleZones.Advanced();
        design.PhysicalNetworks[0].IsolationMethods = ["VXLAN"];
        var problem = Assert.Single(PlanOf(design, cloud).Problems);
        Assert.Equal("physicalNetworks/n1/isolationMethods", problem.DesignPath);
        Assert.NotEmpty(problem.Cure);
    }

    [Fact]
    public void Plan_ObjectsOfOthers_AreLeftAlone()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var foreign = cloud.Add("listPods", ("name", "theirs"), ("zoneid", cloud.Ids["zone"]));
        cloud.Add("listClusters", ("name", "in-theirs"), ("podid", (string)foreign["id"]!), ("zoneid", cloud.Ids["zone"]));
        // Enabling a zone without Storage traffic adds it with the labels of Management.
        cloud.Add("listTrafficTypes", ("traffictype", "Storage"), ("physicalnetworkid", cloud.Ids["network/n1"]), ("kvmnetworklabel", "cloudbr0"));
        var plan = PlanOf(SampleZones.Advanced(), cloud);
        Keeps(plan);
        Assert.Equal(["theirs"], plan.LeftAlone.Select(l => l.Name));
    }

    [Fact]
    public void Plan_TwoNetworksOfOneName_AsksAndTakesTheAnswer()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var id = cloud.Ids["network/n1"];
        var twin = cloud.Row("listPhysicalNetworks", "id", id).DeepClone().AsObject();
        twin["id"] = "twin";
        cloud.Rows("listPhysicalNetworks").Add(twin);
        cloud.Ids.Remove("network/n1");
        var inputs = cloud.Inputs();
        var asked = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, inputs);
        var question = Assert.Single(asked.Questions);
        Assert.Equal(("network/n1", 2), (question.Key, question.Candidates.Count));
        Assert.NotNull(asked.WhyNot);
        var answered = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, inputs with { Answers = new Dictionary<string, string?> { ["network/n1"] = id } });
        Assert.Null(answered.WhyNot);
        Keeps(answered);
        Assert.NotEqual(asked.Hash(), answered.Hash());
        Assert.Equal(["pn-guest"], answered.LeftAlone.Select(l => l.Name));
    }

    [Fact]
    public void Plan_ZoneOfThatNameOfSomebodyElse_Asks()
    {
        var cloud = new ImaginaryCloud();
        cloud.Add("listZones", ("name", "AMS1"), ("networktype", "Advanced"));
        var plan = PlanOf(SampleZones.Advanced(), cloud);
        Assert.False(Assert.Single(plan.Questions).MayBeNone);
    }

    [Fact]
    public void Plan_MarkedZone_IsFoundWithoutRecordedIds()
    {
        var options = new PlanOptions { Mark = "portal-1" };
        var cloud = new ImaginaryCloud();
        cloud.Push(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, cloud.Inputs(options)));
        Assert.Equal("z", (string?)cloud.Rows("listZones")[0]["resourcedetails"]![MarksSection.Design]);
        cloud.Ids.Clear();
        var plan = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, cloud.Inputs(options));
        Assert.Empty(plan.Questions);
        Keeps(plan);
        var next = Planner.Plan(SampleZones.Advanced(), "def", CatalogueSnapshot.Empty, cloud.Inputs(options));
        Assert.Equal(["zone/mark"], next.Steps.Where(s => s.Action == PlanAction.Change).Select(s => s.Key));
    }

    [Fact]
    public void Plan_DevicesBehindAProvider_AreAProblem()
    {
        var design = SampleZones.Advanced();
        design.PhysicalNetworks[0].Providers.Add(new NetworkProvider { Id = "ns", Name = "Netscaler", Devices = { new ProviderDevice { HostName = "10.0.0.9" } } });
        Assert.Contains("10.0.0.9", Assert.Single(Planner.Plan(design, "abc", CatalogueSnapshot.Empty).Problems).Text);
    }

    [Fact]
    public void Hash_CloudMoved_DiffersButTheStepsDoNot()
    {
        var cloud = Pushed(SampleZones.Advanced());
        var before = PlanOf(SampleZones.Advanced(), cloud);
        cloud.Rows("listConfigurations")[0]["description"] = new string('x', 3);
        var after = PlanOf(SampleZones.Advanced(), cloud);
        Assert.NotEqual(before.Hash(), after.Hash());
        Assert.True(PlanDifference.Between(before, after).IsEmpty);
        cloud.Row("listClusters", "name", "c1")["name"] = "renamed";
        var moved = PlanDifference.Between(before, PlanOf(SampleZones.Advanced(), cloud));
        Assert.Equal("1 step changed (Cluster c1)", moved.Sentence);
    }

    private static Plan PlanOf(ZoneDesign design, ImaginaryCloud cloud) => Planner.Plan(design, "abc", CatalogueSnapshot.Empty, cloud.Inputs());

    private static ImaginaryCloud Pushed(ZoneDesign design)
    {
        var cloud = new ImaginaryCloud();
        return cloud.Push(PlanOf(design, cloud));
    }

    private static void Keeps(Plan plan)
    {
        Assert.Empty(plan.Problems);
        Assert.All(plan.Steps, s => Assert.True(s.Action == PlanAction.Keep || s.OnlyFinds || s.Action == PlanAction.Wait, PlanText.Of(s) + string.Concat(s.Former)));
    }
}
