using Bunit;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Tests.Features.Diagrams;

namespace CloudNetPortal.Web.Tests.Features.Catalogue;

public sealed class CatalogueViewTests : BunitContext
{
    [Fact]
    public void DeviceTable_OfARow_LinksToTheDevice()
    {
        var view = Render<DeviceTable>(p => p.Add(t => t.Rows, [new("kvm-17", "hypervisor", "R650", "A-03", 20, LifeCycle.Active, 6, 4, 2, 3)]).Add(t => t.Sort, Sorting.From(null, "name")));

        Assert.Equal("/devices/kvm-17", view.Find("tbody a").GetAttribute("href"));
        Assert.Contains("4 of 6", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void DeviceFilter_InTheAddress_LeavesDefaultsOut() =>
        Assert.Equal("/devices?q=a%20b&role=switch&page=2", new DeviceFilter("a b", "switch", null, null, "name", 2).Url("/devices"));

    [Fact]
    public void InterfaceTable_OfSomethingCloudStackMade_OffersNoEdit()
    {
        var scene = new HostScene();
        scene.Add("cloud0", InterfaceKind.Bridge, i => i.MadeByCloudStack = true);
        scene.Nic(0);

        var view = Render<InterfaceTable>(p => p.Add(t => t.Lines, InterfaceTree.Of(scene.Host)).Add(t => t.IsHost, true).Add(t => t.MayEdit, true));

        Assert.Single(view.FindAll("td.row-actions button"));
        Assert.Contains("leave alone", view.Find("tr.made").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchPortForm_WithVlansThatAreNone_SaysSoUnderTheField()
    {
        var port = new Interface { Name = "Eth1/1", Kind = InterfaceKind.Physical, Mode = SwitchPortMode.Trunk };
        var view = Render<InterfaceForm>(p => p.Add(f => f.Draft, InterfaceDraft.Of(port)).Add(f => f.Port, port));

        view.FindAll("input.mono").First(i => i.GetAttribute("type") is null).Input("100-5000");

        Assert.Contains("leaves 1–4094", view.Markup, StringComparison.Ordinal);
        Assert.True(view.Find("button.primary").HasAttribute("disabled"));
    }

    [Fact]
    public void RackTable_WithADevice_ShowsItsUnitsFromTheTop()
    {
        var view = Render<RackTable>(p => p.Add(t => t.Rack, new RackView("A-03", 4, 1, "dc1", [new("kvm-17", "hypervisor", LifeCycle.Active, 2, 2, "front")])));

        Assert.Equal(["4", "3", "2", "1"], view.FindAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["free", "kvm-17", "kvm-17 (continued)", "free"], view.FindAll("tbody td:nth-child(2)").Select(c => c.TextContent.Trim()));
    }
}
