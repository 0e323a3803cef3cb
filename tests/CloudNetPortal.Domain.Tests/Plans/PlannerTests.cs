using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Plans;

public sealed class PlannerTests
{
    [Fact]
    public void Plan_AdvancedZone_IsTheGoldenOne() => IsGolden("advanced", SampleZones.Advanced());

    [Fact]
    public void Plan_BasicZone_IsTheGoldenOne() => IsGolden("basic", SampleZones.Basic());

    [Fact]
    public void Hash_SamePlanReadBack_IsEqual()
    {
        var plan = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty);
        Assert.Equal(plan.Hash(), Plan.Read(plan.ToBytes()).Hash());
    }

    [Fact]
    public void Hash_OneLabelChanged_Differs()
    {
        var design = SampleZones.Advanced();
        var before = Planner.Plan(design, "abc", CatalogueSnapshot.Empty).Hash();
        design.PhysicalNetworks[0].TrafficTypes[0].Labels["KVM"] = "cloudbr9";
        Assert.NotEqual(before, Planner.Plan(design, "abc", CatalogueSnapshot.Empty).Hash());
    }

    [Fact]
    public void Plan_SecretOfAHost_IsNeverInTheBytes() =>
        Assert.Contains("\"secret\":\"pw1\"", System.Text.Encoding.UTF8.GetString(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty).ToBytes()));

    [Fact]
    public void Plan_EnablingTheZone_WaitsForEveryOtherStep()
    {
        var steps = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty).Steps;
        Assert.Equal("zone/enable", steps[^1].Key);
        HashSet<string> before = ["zone/enable"];
        foreach (var step in steps.Reverse().Where(s => before.Contains(s.Key)))
            before.UnionWith(PlanOrder.Needs(step));
        Assert.Equal(steps.Select(s => s.Key).Order(), before.Order());
    }

    private static void IsGolden(string situation, ZoneDesign design) =>
        GoldenPlan.IsSame(situation, Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), CatalogueSnapshot.Empty));
}
