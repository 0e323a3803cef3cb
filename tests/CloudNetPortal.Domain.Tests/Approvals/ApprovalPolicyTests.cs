using System.Collections;
using System.Reflection;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Approvals;

public sealed class ApprovalPolicyTests
{
    [Fact]
    public void Default_EveryFieldOfADesign_BelongsToATeam()
    {
        var fields = Fields(typeof(ZoneDesign), "").ToList();

        Assert.True(fields.Count > 100, $"{fields.Count} fields");
        // The id of an object and the shape of the document are nobody's decision.
        var ours = fields.Where(path => path != "schemaVersion" && path != "id" && !path.EndsWith("/id", StringComparison.Ordinal));
        Assert.All(ours, path => Assert.Contains(ApprovalPolicy.Default.Entries, entry => entry.Covers(path)));
    }

    [Theory]
    [InlineData("physicalNetworks/pn/guestVlans", "network")]
    [InlineData("physicalNetworks/pn/trafficTypes/t/labels/KVM", "compute")]
    [InlineData("pods/p/clusters/c/hosts/h/url", "compute")]
    [InlineData("pods/p/storageRanges/s/startIp", "storage")]
    [InlineData("publicRanges/r/vlan", "network,security")]
    [InlineData("physicalNetworks/pn/providers/v/name", "security")]
    public void Require_EditOfOneField_NamesItsTeams(string path, string teams) =>
        Assert.Equal(teams, string.Join(',', ApprovalPolicy.Default.Require([FieldEdit.Text(path, "a", "b")], "production").Select(requirement => requirement.Team).Order(StringComparer.Ordinal)));

    [Fact]
    public void Require_OnAPracticeCloud_NamesNobody() =>
        Assert.Empty(ApprovalPolicy.Default.Require([FieldEdit.Text("dns1", "9.9.9.9", "1.1.1.1")], "practice"));

    private static IEnumerable<string> Fields(Type type, string at) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(property =>
    {
        var path = at + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        var kind = property.PropertyType;
        return kind.IsAssignableTo(typeof(IDictionary)) ? [$"{path}/key"]
            : kind.IsGenericType && kind.GetGenericArguments() is [var item] && item.IsAssignableTo(typeof(DesignObject)) ? Fields(item, $"{path}/x/").Prepend($"{path}/x")
            : kind.IsClass && kind.Assembly == typeof(ZoneDesign).Assembly ? Fields(kind, $"{path}/")
            : (IEnumerable<string>)[path];
    });
}
