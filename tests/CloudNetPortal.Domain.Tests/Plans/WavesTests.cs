using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Plans;

public sealed class WavesTests
{
    [Fact]
    public void Plan_Waves_PutsAGateBehindEachAndSystemVmsLast()
    {
        var design = SampleZones.Advanced();
        var cluster = design.Pods[0].Clusters[0];
        cluster.Hosts.AddRange(Enumerable.Range(3, 10).Select(i => new Host { Id = $"h{i}", Url = $"http://10.0.1.{i}" }));
        var plan = Planner.Plan(design, "abc", CatalogueSnapshot.Empty, new PlanInputs { Options = new PlanOptions { Waves = new PlanWaves(1, 5) } });
        Assert.Equal([1, 5, 5, 1], plan.Steps.Where(s => s.Command == "addHost").CountBy(s => s.Wave).OrderBy(w => w.Key).Select(w => w.Value));
        var gates = plan.Steps.Where(s => s.Action == PlanAction.Wait).ToList();
        Assert.Equal([1, 6, 11, 12, 2], gates.Select(g => g.Wait!.Count));
        Assert.All(plan.Steps.Where(s => s.Wave == 2 && s.Command == "addHost"), s => Assert.Contains("wave/1", s.After));
        Assert.Equal("zone/system-vms", plan.Steps[^1].Key);
    }

    [Fact]
    public void Estimate_AdvancedZone_FourAtATimeStaysNearTheCriticalPath()
    {
        var estimate = PlanEstimate.Of(Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty));
        Assert.True(estimate.CriticalPath <= estimate.InParallel && estimate.InParallel <= estimate.OneByOne);
        Assert.True(estimate.InParallel <= estimate.CriticalPath * 1.15, $"{estimate.InParallel} of {estimate.CriticalPath}");
        Assert.Equal(("setting/g2", "zone/enable"), (estimate.Longest[0], estimate.Longest[^1]));
    }

    [Theory]
    [InlineData("host/h1", "public/r1")]
    [InlineData("host/h1", "pool/ps")]
    [InlineData("image-store/ss", "pod/p1")]
    [InlineData("pool/ps", "host/h2")]
    [InlineData("pod/p1", "network/n1")]
    public void After_WhatIsNotNeeded_IsNotWaitedFor(string step, string other)
    {
        var steps = Planner.Plan(SampleZones.Advanced(), "abc", CatalogueSnapshot.Empty).Steps;
        HashSet<string> before = [step];
        foreach (var each in steps.Reverse().Where(s => before.Contains(s.Key)))
            before.UnionWith(PlanOrder.Needs(each));
        Assert.DoesNotContain(other, before);
    }
}
