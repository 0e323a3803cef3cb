using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Domain.Tests.Plans;

public sealed class RemovalPlanTests
{
    [Fact]
    public void Of_WholeZone_IsTheGoldenOne()
    {
        var cloud = Pushed();
        var plan = RemovalPlan.Of(cloud.Snapshot(), cloud.Owned, "abc");
        GoldenPlan.IsSame("removal", plan);
        Assert.Null(plan.WhyNot);
        cloud.Push(plan);
        Assert.Empty(cloud.Rows("listZones"));
        Assert.Empty(cloud.Rows("listHosts"));
    }

    [Fact]
    public void Of_ZoneWithSomebodyElsesPod_IsAProblem()
    {
        var cloud = Pushed();
        cloud.Add("listPods", ("name", "theirs"), ("zoneid", cloud.Ids["zone"]));
        Assert.Equal("Pod theirs", Assert.Single(RemovalPlan.Of(cloud.Snapshot(), cloud.Owned).Problems).Title);
    }

    [Fact]
    public void Of_LastHostOfACluster_IsForced()
    {
        var cloud = Pushed();
        var hosts = RemovalPlan.Of(cloud.Snapshot(), cloud.Owned).Steps.Where(s => s.Command == "deleteHost").ToList();
        Assert.Equal([false, true], hosts.Select(h => h.Arguments.Any(a => a.Name == "forced")));
    }

    [Fact]
    public void RollBack_OfANetwork_WaitsForItsRanges()
    {
        var back = RollbackPlan.Of(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty));
        Assert.Contains("back/public/r1", back.Steps.Single(s => s.Key == "back/network/n1").After);
    }

    [Fact]
    public void RollBack_PreviewOfANewZone_IsTheGoldenOne() =>
        GoldenPlan.IsSame("rollback", RollbackPlan.Of(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty)));

    [Fact]
    public void RollBack_PartOfANewZone_RemovesOnlyWhatWasMade()
    {
        var cloud = new ImaginaryCloud();
        var plan = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, cloud.Inputs());
        var part = plan with { Steps = [.. plan.Steps.Take(15)] };
        cloud.Push(part);
        var made = part.Steps.ToDictionary(s => s.Key, s => new StepMade(cloud.Ids.GetValueOrDefault(s.Key), ByUs: s.Key != "zone"));
        var back = RollbackPlan.Of(plan, made, cloud.Snapshot());
        Assert.Equal(["deletePhysicalNetwork", "deletePod", "deleteStorageNetworkIpRange", "updateConfiguration"], back.Steps.Select(s => s.Command).Order());
        cloud.Push(back);
        Assert.Single(cloud.Rows("listZones"));
        Assert.Empty(cloud.Rows("listPods"));
    }

    private static ImaginaryCloud Pushed()
    {
        var cloud = new ImaginaryCloud();
        cloud.Push(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty, cloud.Inputs()));
        cloud.Add("listSystemVms", ("name", "s-1-VM"), ("systemvmtype", "secondarystoragevm"), ("state", "Running"), ("zoneid", cloud.Ids["zone"]));
        cloud.Add("listSystemVms", ("name", "v-2-VM"), ("systemvmtype", "consoleproxy"), ("state", "Running"), ("zoneid", cloud.Ids["zone"]));
        return cloud;
    }
}
