using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>The truth of the main journey: a sound design has no error, one thing broken gives exactly one error that says which.</summary>
public sealed class JourneyTests
{
    [Fact]
    public void Judge_SoundLab_HasNoErrors() => Assert.Equal("", string.Join('\n', ALab.WithHosts(3).Judge().Findings.Where(f => f.Severity >= Severity.Warning).Select(f => $"{f.RuleId}{f.Case} {f.Message}")));

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
