using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Tests.Features.Diagrams;

namespace CloudNetPortal.Web.Tests.Features.Catalogue;

public sealed class InterfaceTreeTests
{
    [Fact]
    public void Tree_OfAHost_StandsBridgeBondNic()
    {
        var scene = HostScene.Of(2, 1);

        Assert.Equal([("cloudbr0", 0), ("bond0", 1), ("eno1", 2), ("eno2", 2)], InterfaceTree.Of(scene.Host).Take(4).Select(l => (l.Port.Name, l.Depth)));
    }

    [Fact]
    public void Tree_OfReferencesInACircle_HoldsEveryInterfaceOnce()
    {
        var scene = new HostScene();
        var a = scene.Add("a", InterfaceKind.Bond);
        var b = scene.Add("b", InterfaceKind.Bond, i => i.BondId = a.Id);
        a.BondId = b.Id;

        Assert.Equal(2, InterfaceTree.Of(scene.Host).Count);
    }

    [Theory, InlineData("bond1", 300, true), InlineData("ens1f0np0", 1996, false)]
    public void DerivedName_LongerThanFifteen_SaysHowLongTheUplinkMayBe(string uplink, int vlan, bool fits)
    {
        var name = new DerivedName(uplink, vlan);

        Assert.Equal(fits, name.Fits);
        Assert.Equal(!fits, name.Says.Contains("at most 8 characters", StringComparison.Ordinal));
    }
}
