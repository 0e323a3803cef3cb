using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Features.Zones.Sections;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Zones;

/// <summary>Owners, interruption, routed networks, planned networks: what is saved is applied to the design, and a finding leads to its field.</summary>
public sealed class OwnersAndRoutingFormTests : BunitContext
{
    private const string HostPath = "pods/p1/clusters/c1/hosts/h1";
    private ZoneDesign _design = new()
    {
        Id = "z", Name = "ams1",
        PhysicalNetworks = { new PhysicalNetwork { Id = "n1", Name = "guest-a", TrafficTypes = { new TrafficType { Id = "t1", Type = "Guest" } } } },
        PublicRanges = { new PublicRange { Id = "r1", StartIp = "198.51.100.10" } },
        Pods = { new Pod { Id = "p1", Name = "pod1", Clusters = { new Cluster { Id = "c1", Name = "c1", Hosts = { new Host { Id = "h1", Device = "kvm1" } } } } } },
    };

    public OwnersAndRoutingFormTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void Interruption_Typed_IsSaved()
    {
        Type<BasicsForm>("interruption", "2026-03-07 22:00–23:00 UTC");

        Assert.Equal("2026-03-07 22:00–23:00 UTC", _design.Interruption);
    }

    [Fact]
    public void PodOwner_FirstWordTyped_ComesIntoBeing()
    {
        Type<PodsForm>("pods/p1/dedicatedTo/domain", "ROOT/bank");

        Assert.Equal("ROOT/bank", _design.Pods[0].DedicatedTo?.Domain);
    }

    [Fact]
    public void PodOwner_LastWordTakenAway_IsNone()
    {
        _design.Pods[0].DedicatedTo = new Owner { Domain = "ROOT/bank" };

        Type<PodsForm>("pods/p1/dedicatedTo/domain", "");

        Assert.Null(_design.Pods[0].DedicatedTo);
    }

    [Fact]
    public void ClusterOwner_AccountTakenAway_KeepsTheDomain()
    {
        _design.Pods[0].Clusters[0].DedicatedTo = new Owner { Domain = "ROOT/bank", Account = "ops" };

        Type<ComputeForm>("pods/p1/clusters/c1/dedicatedTo/account", "");

        Assert.Equal(("ROOT/bank", null), (_design.Pods[0].Clusters[0].DedicatedTo?.Domain, _design.Pods[0].Clusters[0].DedicatedTo?.Account));
    }

    [Fact]
    public void HostOwner_AskedFor_UnfoldsAndIsSaved()
    {
        var form = Show<ComputeForm>();
        Assert.Empty(form.FindAll($"[id='f-{HostPath}/dedicatedTo']"));

        form.FindAll("button").Single(b => b.TextContent == "Dedicate host kvm1").Click();
        form.Find($"[id='f-{HostPath}/dedicatedTo/domain'] input").Change("ROOT/bank");

        Assert.Equal("ROOT/bank", _design.Pods[0].Clusters[0].Hosts[0].DedicatedTo?.Domain);
    }

    [Fact]
    public void HostOwner_WithAFinding_IsUnfoldedAndSaysItOnce()
    {
        _design.Pods[0].Clusters[0].Hosts[0].DedicatedTo = new Owner { Account = "ops" };

        var form = Show<ComputeForm>(At($"{HostPath}/dedicatedTo"));

        Assert.Contains("Wrong here.", form.Find($"[id='f-{HostPath}/dedicatedTo']").TextContent);
        Assert.Equal(2, form.Markup.Split("Wrong here.").Length);
    }

    [Fact]
    public void PublicRangeOwner_Typed_IsSaved()
    {
        Type<RangesForm>("publicRanges/r1/dedicatedTo/account", "ops");

        Assert.Equal("ops", _design.PublicRanges[0].DedicatedTo?.Account);
    }

    [Fact]
    public void RoutedManagement_Ticked_IsSaved()
    {
        Show<PodsForm>().Find("[id='f-pods/p1/routedManagement'] input").Change(true);

        Assert.True(_design.Pods[0].RoutedManagement);
    }

    [Fact]
    public void PrivateGateways_Ticked_AreSaved()
    {
        Show<NetworksForm>().Find("[id='f-physicalNetworks/n1/privateGatewaysPlanned'] input").Change(true);

        Assert.True(_design.PhysicalNetworks[0].PrivateGatewaysPlanned);
    }

    [Theory]
    [InlineData(null, "40", 40)]
    [InlineData(40, "0", 0)]
    [InlineData(40, "", null)]
    public void PlannedNetworks_WholeNumberOrNothing_IsSaved(int? before, string typed, int? after)
    {
        _design.PhysicalNetworks[0].PlannedNetworks = before;

        Type<NetworksForm>("physicalNetworks/n1/plannedNetworks", typed);

        Assert.Equal(after, _design.PhysicalNetworks[0].PlannedNetworks);
    }

    [Theory]
    [InlineData("forty")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void PlannedNetworks_NoWholeNumber_SaysSoAndStays(string typed)
    {
        _design.PhysicalNetworks[0].PlannedNetworks = 40;

        var form = Type<NetworksForm>("physicalNetworks/n1/plannedNetworks", typed);

        Assert.Equal($"“{typed}” is no whole number of 0 or more; 40 stays.", form.Find("[role=alert]").TextContent);
        Assert.Equal("40", form.Find("[id='f-physicalNetworks/n1/plannedNetworks'] input").GetAttribute("value"));
        Assert.Equal(40, _design.PhysicalNetworks[0].PlannedNetworks);
    }

    [Theory]
    [InlineData("Add IPv4 subnet")]
    [InlineData("Add IPv6 prefix")]
    [InlineData("Add BGP peer")]
    [InlineData("Add AS numbers")]
    public void Routing_FirstEntryAddedAndRemoved_ComesAndGoes(string button)
    {
        Press(Show<RangesForm>(), button);
        var routing = _design.Routing;
        Assert.Equal(1, routing!.Subnets.Count + routing.Ipv6Prefixes.Count + routing.BgpPeers.Count + routing.AsNumberRanges.Count);

        Show<RoutedForm>().FindAll("button").Single(b => b.TextContent.StartsWith("Remove", StringComparison.Ordinal)).Click();

        Assert.Null(_design.Routing);
    }

    [Fact]
    public void Routing_FurtherEntryRemoved_KeepsTheOthers()
    {
        _design.Routing = new RoutedNetworking { Subnets = { new RoutedSubnet { Id = "s1", Cidr = "10.64.0.0/16" } } };

        Press(Show<RoutedForm>(), "Add BGP peer");
        var form = Show<RoutedForm>();
        Assert.Contains("Remove IPv4 subnet 10.64.0.0/16", form.FindAll("button").Select(b => b.TextContent));
        form.FindAll("button").Single(b => b.TextContent == "Remove IPv4 subnet 10.64.0.0/16").Click();

        Assert.Empty(_design.Routing!.Subnets);
        Assert.Single(_design.Routing.BgpPeers);
    }

    [Theory]
    [InlineData("interruption")]
    [InlineData("dedicatedTo/domain")]
    [InlineData("pods/p1/dedicatedTo")]
    [InlineData("pods/p1/dedicatedTo/domain")]
    [InlineData("pods/p1/routedManagement")]
    [InlineData("pods/p1/clusters/c1/dedicatedTo/domain")]
    [InlineData("pods/p1/clusters/c1/hosts/h1/dedicatedTo")]
    [InlineData("pods/p1/clusters/c1/hosts/h1/dedicatedTo/domain")]
    [InlineData("publicRanges/r1/dedicatedTo")]
    [InlineData("physicalNetworks/n1/vlanDedications/d1/owner")]
    [InlineData("physicalNetworks/n1/plannedNetworks")]
    [InlineData("routing/subnets/s1/cidr")]
    [InlineData("routing/ipv6Prefixes/x1/cidr")]
    [InlineData("routing/bgpPeers/b1")]
    [InlineData("routing/bgpPeers/b1/ip4")]
    [InlineData("routing/asNumberRanges/a1/start")]
    public void Finding_AtAField_LeadsToItAndStandsThere(string path)
    {
        _design.PhysicalNetworks[0].VlanDedications.Add(new VlanDedication { Id = "d1", Vlans = "550-559" });
        _design.Routing = new RoutedNetworking
        {
            Subnets = { new RoutedSubnet { Id = "s1" } }, Ipv6Prefixes = { new RoutedSubnet { Id = "x1" } }, BgpPeers = { new BgpPeer { Id = "b1" } }, AsNumberRanges = { new AsNumberRange { Id = "a1" } },
        };
        var finding = At(path);

        var markup = ZoneSection.Of(finding) switch
        {
            "networks" => Place(Show<NetworksForm>(finding), path), "pods" => Place(Show<PodsForm>(finding), path), "ranges" => Place(Show<RangesForm>(finding), path),
            "compute" => Place(Show<ComputeForm>(finding), path), _ => Place(Show<BasicsForm>(finding), path),
        };

        Assert.Contains("Wrong here.", markup);
    }

    // Where the browser goes: the field itself, else the first one of the object. Folded parts around it stand open.
    private static string Place<TForm>(IRenderedComponent<TForm> form, string path) where TForm : IComponent
    {
        var place = form.Find($"[id='f-{path}'], [id^='f-{path}/']");
        Assert.NotNull(place.QuerySelector("input"));
        for (var outer = place; outer is not null; outer = outer.ParentElement)
            Assert.True(outer.LocalName != "details" || outer.HasAttribute("open"));
        return path.EndsWith("/owner", StringComparison.Ordinal) ? form.Markup : place.TextContent;
    }

    private static Finding At(string path) => new() { RuleId = "CNP1014", Severity = Severity.Error, Path = path, Message = "Wrong here." };

    private IRenderedComponent<TForm> Type<TForm>(string path, string text) where TForm : IComponent
    {
        var form = Show<TForm>();
        form.Find($"[id='f-{path}'] input").Change(text);
        return form;
    }

    private static void Press<TForm>(IRenderedComponent<TForm> form, string button) where TForm : IComponent => form.FindAll("button").Single(b => b.TextContent == button).Click();

    private IRenderedComponent<TForm> Show<TForm>(params Finding[] findings) where TForm : IComponent =>
        Render<CascadingValue<ZoneEditing>>(p => p.Add(c => c.Value, new ZoneEditing { Design = _design, Findings = findings, Save = Apply }).AddChildContent<TForm>()).FindComponent<TForm>();

    private Task Apply(IReadOnlyList<FieldEdit> edits)
    {
        var tree = new DesignTree(DesignJson.ToTree(_design));
        Assert.All(edits, edit => Assert.Null(tree.Apply(edit)));
        _design = DesignJson.Read(tree.Root);
        return Task.CompletedTask;
    }
}
