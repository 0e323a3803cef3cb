using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Names_WithNumbers_AreOrderedAsPeopleCount() =>
        Assert.Equal(["Eth1/2", "Eth1/10", "eth2", "Eth10"], new[] { "Eth10", "eth2", "Eth1/10", "Eth1/2" }.Order(NaturalOrder.Comparer));

    [Fact]
    public void Names_ThatDifferOnlyByCase_HaveAFixedOrder() =>
        Assert.NotEqual(0, NaturalOrder.Comparer.Compare("eth1", "Eth1"));
}
