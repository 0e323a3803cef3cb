namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class SecondaryStorageMustBeReachableTests
{
    [Fact]
    public void Accepts_ServerInTheStorageSubnet() => Assert.Empty(Judge("10.20.200.5"));

    [Fact]
    public void Accepts_ServerBehindTheStorageGateway() => Assert.Empty(Judge("10.44.0.5"));

    [Fact]
    public void Rejects_ServerInThePublicSubnet()
    {
        var finding = Assert.Single(Judge("192.0.2.5"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("over eth2, not over eth3", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ServerInTheSubnetOfGuests_WhereSystemVmsShareIt()
    {
        var lab = ALab.Basic(1);
        var guests = lab.Pod.GuestRanges[0];
        lab.Design.SecondaryStorages[0].Url = $"nfs://{guests.StartIp[..guests.StartIp.LastIndexOf('.')]}.250/sec";
        var finding = Assert.Single(lab.FindingsOf("CNP8009"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("lies in the guests' subnet", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ServerOfItsOwnSubnetWithoutStorageRange() => Assert.Equal("c", Assert.Single(Judge("10.44.0.5", l => l.Pod.StorageRanges.Clear())).Case);

    [Fact]
    public void Accepts_ServerInThePodSubnetWithoutStorageRange() => Assert.Empty(Judge("10.20.100.5", l => l.Pod.StorageRanges.Clear()));

    [Fact]
    public void Rejects_NoGatewayOnTheWay() => Assert.Equal("a", Assert.Single(Judge("10.44.0.5", l => l.Pod.StorageRanges[0].Gateway = "")).Case);

    [Fact]
    public void Accepts_ServerInsideTheGuestCidr_LeavesItToTheGuestCidr()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.SecondaryStorages[0].Url = "nfs://10.1.1.5/sec";
        Assert.Contains(lab.Judge().Findings, f => f.RuleId == "CNP4007");
        Assert.Empty(lab.FindingsOf("CNP8009"));
    }

    [Fact]
    public void Accepts_ServerKnownByName_AsNotVerified() => Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(Judge("nas.example.net")).Status);

    private static IReadOnlyList<Domain.Rules.Finding> Judge(string server, Action<ALab>? change = null)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.SecondaryStorages[0].Url = $"nfs://{server}/sec";
        change?.Invoke(lab);
        return lab.FindingsOf("CNP8009");
    }
}
