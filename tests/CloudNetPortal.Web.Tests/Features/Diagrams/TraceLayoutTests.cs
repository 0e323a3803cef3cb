using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Web.Features.Diagrams.Traces;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

public sealed class TraceLayoutTests
{
    [Theory, InlineData(1, 0), InlineData(2, 1), InlineData(4, 2), InlineData(8, 4)]
    public void Drawing_OfAnyTrace_IsClean(int nics, int bonds)
    {
        var scene = HostScene.Of(nics, bonds);

        foreach (var port in scene.Catalogue.Devices.SelectMany(d => d.Interfaces))
            DiagramAssert.IsClean(TraceLayout.Of(Trace.From(port, scene.Catalogue, _ => scene.Zone)), port.Name);
    }

    [Fact]
    public void Trace_FromTheSwitchPort_TellsTheSameWayAsFromTheNic()
    {
        var scene = HostScene.Of(2, 1);
        var nic = scene.Host.Interfaces.Find(i => i.Name == "eno1")!;
        var far = scene.Catalogue.Devices.First(d => d.Name == "sw-a1").Interfaces[0];

        var from = Trace.From(nic, scene.Catalogue, _ => scene.Zone);
        var back = Trace.From(far, scene.Catalogue, _ => scene.Zone);

        Assert.Equal(2, from.Legs.Count);
        Assert.Equal("bond0", from.Bond);
        Assert.Equal(from.Legs.Select(l => l.Hops[^1].Port), back.Legs.Select(l => l.Hops[^1].Port));
        Assert.Contains(from.Uses, u => u.Label == "cloudbr0" && u.Traffic.Contains("Management"));
    }

    [Fact]
    public void Trace_ThatStopsAtAPanel_NamesTheGap()
    {
        var scene = new HostScene();
        var nic = scene.Nic(0, cabled: false);
        scene.Connect(nic, scene.Panel("pp-a3").Front, "C-1");

        var leg = Assert.Single(Trace.From(nic, scene.Catalogue, _ => null).Legs);

        Assert.Equal("no cable behind pp-a3:R8", leg.Gap);
        DiagramAssert.IsClean(TraceLayout.Of(Trace.From(nic, scene.Catalogue, _ => null)));
    }

    [Fact]
    public void Trace_FromAPanelPort_StartsAtTheHost()
    {
        var scene = new HostScene();
        var nic = scene.Nic(0, cabled: false);
        var (front, rear) = scene.Panel("pp-a3");
        scene.Connect(nic, front, "C-1");
        scene.Connect(rear, scene.SwitchPort(0, "100"), "C-2");

        var trace = Trace.From(rear, scene.Catalogue, _ => null);

        Assert.Equal("eno1", trace.Legs[0].Hops[0].Port);
        Assert.Equal("Eth1/7", trace.Legs[0].Hops[^1].Port);
    }

    [Fact]
    public void Trace_OfAVSwitch_ShowsAllItsUplinks()
    {
        var scene = new HostScene("esx-1", "VMware");
        var one = scene.Nic(0);
        var two = scene.Nic(1);
        var vSwitch = scene.Bridge("vSwitch0", one, InterfaceKind.VSwitch);
        two.BridgeId = vSwitch.Id;

        var trace = Trace.From(vSwitch, scene.Catalogue, _ => null);

        Assert.Equal(["eno1", "eno2"], trace.Legs.Select(l => l.Hops[0].Port));
        DiagramAssert.IsClean(TraceLayout.Of(trace));
    }
}
