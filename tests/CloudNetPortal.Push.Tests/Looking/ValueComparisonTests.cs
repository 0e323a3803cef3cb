using CloudNetPortal.Domain.Snapshots;
using System.Text.Json;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Tests.Looking;

public sealed class ValueComparisonTests
{
    private const string Pod = """
        {"name":"pod-1","vlan":300,"forsystemvms":false,"resourcedetails":{"owner":"net"},"tags":"b,a",
         "ipranges":[{"startip":"10.0.0.2","endip":"10.0.0.60","vlanid":"vlan://untagged"},{"startip":"10.0.0.70","endip":"10.0.0.90"}],"startip":["10.0.0.2","10.0.0.70"]}
        """;

    [Theory]
    [InlineData("name", "pod-1", Comparison.Exact, true)]
    [InlineData("name", "POD-1", Comparison.Exact, false)]
    [InlineData("name", "POD-1", Comparison.IgnoreCase, true)]
    [InlineData("vlan", "300", Comparison.Exact, true)]
    [InlineData("vlan", "vlan://300", Comparison.Vlan, true)]
    [InlineData("vlan", "301", Comparison.Vlan, false)]
    [InlineData("nothing", "untagged", Comparison.Vlan, true)]
    [InlineData("forsystemvms", "false", Comparison.Exact, true)]
    [InlineData("resourcedetails.owner", "net", Comparison.Exact, true)]
    [InlineData("tags", "a,b", Comparison.WordSet, true)]
    [InlineData("tags", "a", Comparison.WordSet, false)]
    [InlineData("ipranges", "10.0.0.70-10.0.0.90", Comparison.Contains, true)]
    [InlineData("ipranges", "10.0.0.70-10.0.0.91", Comparison.Contains, false)]
    [InlineData("startip", "10.0.0.70", Comparison.Contains, true)]
    [InlineData("ipranges.vlanid", "vlan://untagged", Comparison.Exact, true)]
    [InlineData("nothing", "", Comparison.Exact, true)]
    [InlineData("nothing", "", Comparison.Absent, true)]
    [InlineData("name", "", Comparison.Absent, false)]
    public void Same_ListedField_IsComparedAsAsked(string field, string pushed, Comparison how, bool same)
    {
        using var document = JsonDocument.Parse(Pod);
        Assert.Equal(same, ValueComparison.Same(pushed, FieldPath.Values(document.RootElement, field), how));
    }

    [Theory]
    [InlineData("100-200,205", "205-205,100-150,151-200", true)]
    [InlineData("100-200", "100-199", false)]
    [InlineData("", "", true)]
    [InlineData("5000-6000", "5000-6000", true)]
    public void Same_VlanSets_CountAsSets(string pushed, string observed, bool same) => Assert.Equal(same, ValueComparison.Same(pushed, [observed], Comparison.VlanSet));
}
