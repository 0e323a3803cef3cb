using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Features.Diagrams.Drawing;
using CloudNetPortal.Web.Features.Diagrams.Hosts;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

public sealed class HostDiagramLayoutTests
{
    public static TheoryData<int, int, bool> Sizes => [.. from nics in Enumerable.Range(1, 8) from bonds in Enumerable.Range(0, 5) where bonds <= nics from vlans in new[] { false, true } select (nics, bonds, vlans)];

    [Theory, MemberData(nameof(Sizes))]
    public void Drawing_OfAnyNumberOfNicsAndBonds_IsClean(int nics, int bonds, bool vlanDevices) =>
        DiagramAssert.IsClean(HostDiagramLayout.Of(HostScene.Of(nics, bonds, vlanDevices).Picture));

    [Fact]
    public void Drawing_OfTheSameHost_IsTheSameToTheLastPixel()
    {
        var scene = HostScene.Of(4, 2);

        Assert.Equivalent(HostDiagramLayout.Of(scene.Picture), HostDiagramLayout.Of(scene.Picture), strict: true);
    }

    [Fact]
    public void Drawing_WithoutAZone_ShowsTheWiringAndNoMachines()
    {
        var scene = new HostScene();
        scene.Bridge("cloudbr0", scene.Nic(0));

        var drawing = HostDiagramLayout.Of(scene.Picture);

        DiagramAssert.IsClean(drawing);
        Assert.Equal(["if:cloudbr0", "if:eno1", "cable:if:eno1>port:sw-a1/Eth1/7", "port:sw-a1/Eth1/7"], drawing.Boxes.OrderBy(b => b.Row).Select(b => b.Key));
    }

    [Fact]
    public void Drawing_OfAMissingBridge_IsDashedWithItsRuleAndNoInventedLine()
    {
        var scene = new HostScene();
        scene.Bridge("cloudbr0", scene.Nic(0));
        scene.InZone("Advanced", true, "cloudbr0", "cloudbr0", "cloudbr0", "cloudbr3");

        var drawing = HostDiagramLayout.Of(scene.Picture);

        DiagramAssert.IsClean(drawing);
        var missing = Assert.Single(drawing.Boxes, b => b.Look == BoxLook.Missing);
        Assert.Equal("CNP3003", Assert.Single(missing.Pills).Text);
        Assert.Empty(missing.Next);
        Assert.Single(drawing.Lines, l => l.Broken && l.Traffic.Contains("Storage"));
    }

    [Theory, InlineData(true, true), InlineData(false, false)]
    public void SecondaryStorageVm_HasEth3_OnlyWithStorageRanges(bool ranges, bool expected)
    {
        var scene = new HostScene();
        scene.Bridge("cloudbr0", scene.Nic(0));
        scene.InZone("Advanced", ranges, "cloudbr0", "cloudbr0", "cloudbr0", "cloudbr0");

        Assert.Equal(expected, scene.Picture.Find("ssvm")!.Nics.Any(n => n.Name == "eth3"));
        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
    }

    [Theory, InlineData("Basic"), InlineData("AdvancedSecurityGroups"), InlineData("Edge")]
    public void Drawing_OfOtherZoneKinds_IsCleanAndHasNoPublicTraffic(string kind)
    {
        var scene = new HostScene();
        scene.Bridge("cloudbr0", scene.Nic(0));
        scene.InZone(kind, false, "cloudbr0", null, "cloudbr0", "cloudbr0");

        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
        Assert.DoesNotContain(scene.Picture.Parts, p => p.Traffic.Contains("Public"));
        Assert.Equal(kind != "Edge", scene.Picture.Find("ssvm") is not null);
    }

    [Fact]
    public void Drawing_OfOpenVSwitch_CallsItsBridgesSo()
    {
        var scene = new HostScene();
        scene.Bridge("cloudbr0", scene.Nic(0), InterfaceKind.OvsBridge);
        scene.InZone("Advanced", true, "cloudbr0", "cloudbr0", "cloudbr0", "cloudbr0");

        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
        Assert.Equal("Open vSwitch bridge", scene.Picture.Find("if:cloudbr0")!.Kind);
    }

    [Fact]
    public void Drawing_OfVmware_LeadsASwitchToAllItsUplinks()
    {
        var scene = new HostScene("esx-1", "VMware");
        var one = scene.Nic(0);
        var two = scene.Nic(1);
        two.BridgeId = scene.Bridge("vSwitch0", one, InterfaceKind.VSwitch).Id;
        scene.InZone("Advanced", true, "vSwitch0,10", "dvPublic,,vmwaredvs", "vSwitch0", "vSwitch0");

        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
        Assert.Equal(2, scene.Picture.Links.Count(l => l.From == "if:vSwitch0"));
        Assert.True(scene.Picture.Find("label:dvPublic")!.Missing);
        Assert.Equal("vSwitch", scene.Picture.Find("label:dvPublic")!.Kind);
    }

    [Fact]
    public void Drawing_OfXenServer_FindsNetworksByNameLabel()
    {
        var scene = new HostScene("xcp-1", "XenServer");
        scene.Bridge("guest-net", scene.Nic(0), InterfaceKind.XenNetwork).Name = "xapi1";
        scene.InZone("Advanced", false, "guest-net", "guest-net", "guest-net", "guest-net");

        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
        Assert.Equal("guest-net", scene.Picture.Find("if:xapi1")!.Name);
    }

    [Fact]
    public void Path_OverAPanel_NamesItOnTheCable()
    {
        var scene = new HostScene();
        var nic = scene.Nic(0, cabled: false);
        var (front, rear) = scene.Panel("pp-a3");
        scene.Connect(nic, front, "C-1");
        scene.Connect(rear, scene.SwitchPort(0, "100"), "C-2");

        var link = Assert.Single(scene.Picture.Links, l => l.Cable is not null);

        Assert.Equal("C-1 · pp-a3:8 · C-2", link.Cable);
        Assert.Equal("port:sw-a1/Eth1/7", link.To);
        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
    }

    [Fact]
    public void Path_ThatStopsAtAPanel_IsNamedWhereItStops()
    {
        var scene = new HostScene();
        var nic = scene.Nic(0, cabled: false);
        scene.Connect(nic, scene.Panel("pp-a3").Front, "C-1");

        var end = Assert.Single(scene.Picture.Parts, p => p.Layer == HostLayer.Ports);

        Assert.Equal("no cable behind pp-a3:R8", end.Lines[0]);
        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
    }

    [Fact]
    public void Finding_AboutASwitchPort_IsDrawnThereAndBreaksTheCable()
    {
        var scene = HostScene.Of(2, 1);
        scene.Findings.Add(new Finding { RuleId = "CNP5101", Severity = Severity.Error, Message = "VLANs 540–599 do not reach kvm-17.", Objects = [new("host", "kvm-17"), new("port", "sw-b1 Eth1/8"), new("vlan", "540–599")] });

        var drawing = HostDiagramLayout.Of(scene.Picture);

        DiagramAssert.IsClean(drawing);
        Assert.Equal("CNP5101 · 540–599 missing", Assert.Single(drawing.Find("port:sw-b1/Eth1/8")!.Pills).Text);
        Assert.Single(drawing.Lines, l => l is { Cable: true, Broken: true });
    }

    [Fact]
    public void Drawing_OfAHostNobodyDocumented_IsNotJudgedAndNotMissing()
    {
        var scene = new HostScene();
        scene.Nic(0);
        scene.InZone("Advanced", true, "cloudbr0", "cloudbr0", "cloudbr0", "cloudbr0");

        var label = Assert.Single(scene.Picture.In(HostLayer.Labels));

        Assert.False(label.Missing);
        Assert.Contains("not judged", label.Lines[0], StringComparison.Ordinal);
        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
    }

    [Fact]
    public void Findings_OfTheRuleBook_LandOnTheParts()
    {
        var scene = HostScene.Of(2, 1);
        scene.Catalogue.Devices.First(d => d.Name == "sw-b1").Interfaces[0].TaggedVlans = VlanSet.Parse("50,500-539");
        scene.Findings.AddRange(RuleBook.Judge(new RuleInput(scene.Zone!, scene.Catalogue, PolicyPack.Production, DateTimeOffset.UnixEpoch)).Findings);

        Assert.Contains(scene.Picture.Find("port:sw-b1/Eth1/8")!.Problems, p => p.Words == "CNP5101 · 540–599 missing");
        DiagramAssert.IsClean(HostDiagramLayout.Of(scene.Picture));
    }

    [Fact]
    public void Finding_AboutAnotherHostWithALongerName_IsNotDrawnHere()
    {
        var scene = HostScene.Of(1, 0);
        scene.Host.Name = "kvm-1";
        var path = scene.Zone!.PhysicalNetworks[0].TrafficTypes[0].Id;
        scene.Findings.Add(new Finding { RuleId = "CNP3002", Severity = Severity.Error, Path = $"physicalNetworks/net1/trafficTypes/{path}/labels/KVM", Message = "Missing on kvm-17.", Objects = [new("host", "kvm-17")] });

        Assert.Empty(scene.Picture.Problems);
    }

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(true, true)]
    public void Figure_OfABasicZone_IsCleanAndHasANicPerLabel(bool nics, bool vlans)
    {
        var picture = HostFigures.Basic(nics, vlans);

        DiagramAssert.IsClean(HostDiagramLayout.Of(picture));
        Assert.Equal(nics ? 3 : 1, picture.In(HostLayer.Nics).Count());
        Assert.Equal(vlans ? 3 : 1, picture.In(HostLayer.Ports).Select(p => p.Lines[0]).Distinct().Count());
    }

    [Fact]
    public void Figure_OfAnAdvancedHost_IsClean() => DiagramAssert.IsClean(HostDiagramLayout.Of(HostFigures.Advanced()));

    [Fact]
    public void Arrows_FromAMachine_WalkDownToTheSwitchPort()
    {
        var drawing = HostDiagramLayout.Of(HostScene.Of(1, 1).Picture);
        var keys = new List<string> { "cpvm" };
        while (drawing.Step(keys[^1], "ArrowDown") is { } next && next.Key != keys[^1])
            keys.Add(next.Key);

        Assert.Equal(["cpvm", "if:bond0", "if:eno1", "port:sw-a1/Eth1/7"], keys.Where(k => k is "cpvm" or "if:bond0" or "if:eno1" or "port:sw-a1/Eth1/7"));
    }
}
