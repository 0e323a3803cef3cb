namespace CloudNetPortal.CloudStackEmulator.Tests.Commands;

/// <summary>Annotations go with what they are on.</summary>
public sealed class AnnotationTests
{
    [Fact]
    public async Task Annotations_OfRemovedClusterPodAndZone_AreGone()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (zone, other) = (await cloud.ZoneAsync("z"), await cloud.ZoneAsync("other"));
        var pod = (await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"), ("gateway", "10.7.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.7.0.10"), ("endip", "10.7.0.20")))["pod"]!["id"]!.ToString();
        var cluster = (await cloud.DoAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", "c"), ("hypervisor", "KVM"), ("clustertype", "CloudManaged")))["cluster"]![0]!["id"]!.ToString();
        foreach (var (type, id) in ((string, string)[])[("ZONE", zone), ("POD", pod), ("CLUSTER", cluster), ("ZONE", other)])
            await cloud.DoAsync("addAnnotation", ("entitytype", type), ("entityid", id), ("annotation", "ours"), ("adminsonly", "true"));

        foreach (var (command, id) in ((string, string)[])[("deleteCluster", cluster), ("deletePod", pod), ("deleteZone", zone)])
        {
            await cloud.DoAsync(command, ("id", id));
            Assert.DoesNotContain((await cloud.DoAsync("listAnnotations"))["annotation"]!.AsArray(), a => a!["entityid"]!.ToString() == id);
        }

        Assert.Equal(other, Assert.Single((await cloud.DoAsync("listAnnotations"))["annotation"]!.AsArray())!["entityid"]!.ToString());
    }
}
