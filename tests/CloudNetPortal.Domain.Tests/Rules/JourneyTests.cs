using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>The truth of the main journey: a sound design has no error, one thing broken gives exactly one error that says which.</summary>
public sealed class JourneyTests
{
    [Fact]
    public void Judge_SoundLab_HasNoErrorsAndOnlyTrueWarnings() => Assert.Equal(
        """
        CNP6302 All legs of bond0 of kvm1, kvm2 and kvm3 end on tor1: when it reloads, Management and Storage stop on all of them.
        CNP6302 All legs of bond1 of kvm1, kvm2 and kvm3 end on tor2: when it reloads, Guest and Public stop on all of them.
        """.ReplaceLineEndings("\n"),
        string.Join('\n', ALab.WithHosts(3).Judge().Findings.Where(f => f.Severity >= Severity.Warning && f.Status == FindingStatus.Open).Select(f => $"{f.RuleId}{f.Case} {f.Message}")));

    [Fact]
    public void Judge_SoundBasicZone_HasNoErrors() =>
        Assert.Equal(["CNP6302", "CNP6302"], ALab.Basic(2).Judge().Findings.Where(f => f.Severity >= Severity.Warning && f.Status == FindingStatus.Open).Select(f => f.RuleId));

    [Fact]
    public void Judge_HostsKnownByAddressOnly_GivesFewRemarksAndNoErrors()
    {
        var lab = ALab.WithHosts(60);
        lab.Devices.Clear();
        lab.Cables.Clear();
        lab.Neighbours.Clear();
        foreach (var host in lab.Cluster.Hosts)
            (host.Device, host.Url) = (null, $"http://10.20.100.{150 + int.Parse(host.Id[1..], System.Globalization.CultureInfo.InvariantCulture)}");
        var results = lab.Judge();
        Assert.Equal("", string.Join('\n', results.Errors.Select(e => $"{e.RuleId} {e.Message}")));
        Assert.Equal(["CNP3002", "CNP3002", "CNP3003", "CNP4015", "CNP6001", "CNP7005", "CNP8010"], results.NotVerified.Select(f => f.RuleId));
    }

    [Fact]
    public void Judge_Results_ServeAsJson()
    {
        var lab = ALab.WithHosts(2);
        lab.Remove("kvm2", "cloudbr1");
        var json = System.Text.Json.JsonSerializer.Serialize(lab.Judge(), CloudNetPortal.Domain.Zones.Documents.DesignJson.Options);
        Assert.Contains("CNP3002", json);
        Assert.Contains("\"severity\": \"Error\"", json);
        Assert.Contains("\"bridge\": \"cloudbr1\"", json);
    }

    [Fact]
    public void Judge_GuestBridgeMissingOnOneHost_IsExactlyOneError()
    {
        var lab = ALab.WithHosts(3);
        lab.Remove("kvm2", "cloudbr1");
        var error = Assert.Single(lab.Judge().Errors);
        Assert.Equal("CNP3002", error.RuleId);
        Assert.Contains("missing on kvm2", error.Message);
    }

    [Fact]
    public void Judge_StorageBridgeMissingOnOneHost_IsExactlyOneError()
    {
        var lab = ALab.WithHosts(3);
        lab.Remove("kvm2", "cloudbr2");
        Assert.Equal("CNP3003", Assert.Single(lab.Judge().Errors).RuleId);
    }

    [Fact]
    public void Judge_VlanMissingOnOneSwitchPort_IsExactlyOneError()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("300,500-504,506-519");
        Assert.Equal("CNP5101", Assert.Single(lab.Judge().Errors).RuleId);
    }
}
