using Bunit;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class DataTableTests : BunitContext
{
    [Fact]
    public void Items_NotReadYet_ShowsGreyShapes() => Assert.Single(Table(null).FindAll("[aria-busy=true]"));

    [Fact]
    public void Items_None_ShowsWhatIsEmpty() => Assert.Equal("No hosts", Table([]).Markup.Trim());

    [Fact]
    public void Items_Some_IsANamedRegionWithARowEach()
    {
        var table = Table(["a", "b"]);

        Assert.Equal("Hosts", table.Find("[role=region]").GetAttribute("aria-label"));
        Assert.Equal(2, table.FindAll("tbody tr").Count);
    }

    [Theory]
    [InlineData("name", "name", "-name")]
    [InlineData("-name", "name", "name")]
    [InlineData("-name", "ports", "ports")]
    public void Sorting_ClickOnAColumn_TurnsOrChanges(string now, string column, string then) => Assert.Equal(then, Sorting.From(now, "x").By(column).ToString());

    private IRenderedComponent<DataTable<string>> Table(IReadOnlyList<string>? items) => Render<DataTable<string>>(p => p
        .Add(t => t.Label, "Hosts").Add(t => t.Items, items).Add(t => t.Head, "<tr><th>Name</th></tr>")
        .Add(t => t.Row, item => $"<tr><td>{item}</td></tr>").Add(t => t.Empty, "No hosts"));
}
