using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Zones;

public sealed class DesignTreeTests
{
    private static ZoneDesign Design() => new()
    {
        Id = "z", Name = "ams1",
        PhysicalNetworks = { new PhysicalNetwork { Id = "n1", Name = "guest-a", TrafficTypes = { new TrafficType { Id = "t1", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } } } } },
        Pods = { new Pod { Id = "p1", Name = "pod1" } },
    };

    [Fact]
    public void Apply_TwoPeopleDifferentFields_BothStay()
    {
        var tree = new DesignTree(DesignJson.ToTree(Design()));
        Assert.Null(tree.Apply(FieldEdit.Text("name", "ams1", "ams2")));
        Assert.Null(tree.Apply(FieldEdit.Text("physicalNetworks/n1/trafficTypes/t1/labels/KVM", "cloudbr1", "cloudbr9")));
        Assert.Null(tree.Apply(FieldEdit.Text("physicalNetworks/n1/trafficTypes/t1/labels/XenServer", null, "guest")));
        var design = DesignJson.Read(tree.Root);
        Assert.Equal(("ams2", "cloudbr9", "guest"), (design.Name, design.PhysicalNetworks[0].Traffic("Guest")!.LabelFor("KVM"), design.PhysicalNetworks[0].TrafficTypes[0].LabelFor("XenServer")));
    }

    [Fact]
    public void Apply_SameFieldChangedMeanwhile_ConflictHoldsBothValues()
    {
        var tree = new DesignTree(DesignJson.ToTree(Design()));
        tree.Apply(FieldEdit.Text("physicalNetworks/n1/guestVlans", null, "400-460"));
        var conflict = tree.Apply(FieldEdit.Text("physicalNetworks/n1/guestVlans", null, "400-499"));
        Assert.Equal("400-460", (string?)conflict!.Now);
        Assert.Equal("400-499", (string?)conflict.Edit.To);
        Assert.Equal("400-460", (string?)tree.Get("physicalNetworks/n1/guestVlans"));
    }

    [Fact]
    public void Apply_ObjectAddedAndRemoved_ListFollows()
    {
        var tree = new DesignTree(DesignJson.ToTree(Design()));
        var pod = new JsonObject { ["id"] = "p2", ["name"] = "pod2" };
        Assert.Null(tree.Apply(new FieldEdit("pods/p2", null, pod)));
        Assert.Null(tree.Apply(FieldEdit.Text("pods/p2/gateway", null, "10.0.0.1")));
        var now = tree.Get("pods/p2")!.DeepClone();
        Assert.Null(tree.Apply(new FieldEdit("pods/p2", now, null)));
        Assert.Equal(["p1"], DesignJson.Read(tree.Root).Pods.Select(p => p.Id));
        Assert.NotNull(tree.Apply(FieldEdit.Text("pods/p2/gateway", "10.0.0.1", "10.0.0.2")));
    }

    [Fact]
    public void Between_AnyEdits_GiveTheSecondWhenAppliedToTheFirst()
    {
        var (from, to) = (Design(), Design());
        to.Dns1 = "10.0.0.2";
        to.Pods.Clear();
        to.Pods.Add(new Pod { Id = "p9", Name = "pod9", ManagementRanges = { new ManagementRange { Id = "m", StartIp = "10.0.0.10" } } });
        to.PhysicalNetworks[0].Tags = ["fast"];
        to.PhysicalNetworks[0].TrafficTypes[0].Labels.Clear();
        var tree = new DesignTree(DesignJson.ToTree(from));
        Assert.All(DesignDifference.Between(from, to), edit => Assert.Null(tree.Apply(edit)));
        Assert.Equal(CanonicalJson.Hash(CanonicalJson.Bytes(to)), CanonicalJson.Hash(CanonicalJson.Bytes(DesignJson.Read(tree.Root))));
    }

    [Fact]
    public void Read_UnknownProperty_NamesIt() =>
        Assert.Contains("colour", Assert.Throws<DesignFormatException>(() => DesignJson.Read("""{ "schemaVersion": 1, "colour": "red" }""")).Message);

    [Fact]
    public void Bytes_NamesAndEscapes_FollowRfc8785() => Assert.Equal(
        """{"":"€","\n":"\"\\\u0001","a":[true,null,-5],"ä":1}"""u8.ToArray(),
        CanonicalJson.Bytes(new JsonObject { ["ä"] = 1, ["a"] = new JsonArray(true, null, -5), ["\n"] = "\"\\\u0001", [""] = "€" }));
}
