using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class RackPositionsMustNotCollideTests
{
    private static readonly Rack A1 = new() { Name = "A1", Height = 42, DatacenterId = Guid.NewGuid() };
    private static readonly DeviceType Two = new() { Slug = "two", UnitHeight = 2 }, Half = new() { Slug = "half", UnitHeight = 1, IsFullDepth = false }, Zero = new() { Slug = "zero", UnitHeight = 0 };

    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP0102"));

    [Fact]
    public void Accepts_NeighboursInTheRack() => Assert.Empty(Judge(("kvm-01", Two, 10, "front"), ("kvm-02", null, 12, "front")));

    [Fact]
    public void Accepts_HalfDepthAtBothFaces() => Assert.Empty(Judge(("a", Half, 10, "front"), ("b", Half, 10, "rear")));

    [Fact]
    public void Accepts_ZeroUnitDevice() => Assert.Empty(Judge(("a", Two, 10, "front"), ("pdu", Zero, 10, "front")));

    [Fact]
    public void Accepts_DeviceOnItsWayOut()
    {
        var lab = Lab(("a", Two, 10, "front"), ("b", null, 10, "front"));
        lab.Device("a").Status = LifeCycle.Decommissioning;
        Assert.Empty(lab.FindingsOf("CNP0102"));
    }

    [Fact]
    public void Rejects_OverlapAndProposesTheNextFreeUnit()
    {
        var finding = Assert.Single(Judge(("kvm-01", Two, 10, "front"), ("kvm-02", null, 11, "front")));
        Assert.Equal("kvm-01 (units 10–11) and kvm-02 (unit 11) take the same place in rack A1.", finding.Message);
        Assert.Equal(("kvm-02", "1"), finding.Fixes[0].CatalogueEdits!.OfType<CatalogueEdit.SetDeviceField>().Select(e => (e.Device, e.Value)).Single());
    }

    [Fact]
    public void Rejects_FullDepthBehindHalfDepth() => Assert.Single(Judge(("a", Two, 10, "front"), ("b", Half, 10, "rear")));

    [Fact]
    public void Rejects_HalfUnitsThatMeet() => Assert.Single(Judge(("a", null, 10.5m, "front"), ("b", null, 11, "front")));

    [Fact]
    public void Rejects_AboveTheRack() => Assert.Contains("which has units 1–42", Assert.Single(Judge(("a", Two, 42, "front"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_RackOfAnotherDatacenter()
    {
        var lab = Lab(("a", Two, 10, "front"));
        lab.Device("a").DatacenterId = Guid.NewGuid();
        Assert.Contains("another datacenter", Assert.Single(lab.FindingsOf("CNP0102")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ManyAtOneUnit_OnceForEachThatCameToo()
    {
        var findings = Judge([.. Enumerable.Range(1, 20).Select(n => ($"kvm-{n:00}", (DeviceType?)null, 1m, "front"))]);
        Assert.Equal(19, findings.Count);
        Assert.Equal(20, findings.Max(f => f.Objects.Count));
    }

    private static IReadOnlyList<Finding> Judge(params (string, DeviceType?, decimal, string)[] boxes) => Lab(boxes).FindingsOf("CNP0102");

    private static ALab Lab(params (string Name, DeviceType? Type, decimal Unit, string Face)[] boxes)
    {
        var lab = new ALab();
        lab.Racks.Add(A1);
        lab.DeviceTypes.AddRange([Two, Half, Zero]);
        foreach (var (name, type, unit, face) in boxes)
            lab.Add(new Device { Name = name, RackId = A1.Id, DatacenterId = A1.DatacenterId, DeviceTypeId = type?.Id, Position = unit, Face = face });
        return lab;
    }
}
