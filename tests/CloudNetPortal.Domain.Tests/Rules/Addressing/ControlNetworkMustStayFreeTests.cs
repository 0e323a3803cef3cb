using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class ControlNetworkMustStayFreeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP4014"));

    [Fact]
    public void Rejects_StorageRange() => Assert.Equal("The storage range 169.254.20.10–20 of pod pod1 lies in the control network 169.254.0.0/16.", Assert.Single(Judge(l =>
    {
        var range = l.Pod.StorageRanges[0];
        (range.Gateway, range.StartIp, range.EndIp) = ("169.254.20.1", "169.254.20.10", "169.254.20.20");
    })).Message);

    [Fact]
    public void Rejects_DnsServer() => Assert.Equal("dns1", Assert.Single(Judge(l => l.Design.Dns1 = "169.254.1.1")).Path);

    [Fact]
    public void Rejects_StorageServer() => Assert.Contains("Secondary storage sec-1", Assert.Single(Judge(l => l.Design.SecondaryStorages[0].Url = "nfs://169.254.3.4/sec")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_Host() => Assert.Contains("Host kvm1", Assert.Single(Judge(l => l.Device("kvm1").LogicalHost!.ManagementAddress = System.Net.IPAddress.Parse("169.254.0.9"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_WhatTheSettingTakes() => Assert.Equal("guestCidr", Assert.Single(Judge(l => l.Design.GlobalSettings.Add(new GlobalSetting { Name = "control.cidr", Value = "10.1.0.0/16", Apply = true }))).Path);

    [Fact]
    public void Accepts_VmwareZone() => Assert.Empty(Judge(l => (l.Cluster.Hypervisor, l.Design.Dns1) = ("VMware", "169.254.1.1")));

    private static IReadOnlyList<Domain.Rules.Finding> Judge(Action<ALab> change)
    {
        var lab = ALab.WithHosts(1);
        change(lab);
        return lab.FindingsOf("CNP4014");
    }

    [Fact]
    public void Rejects_OtherAddressesOfHostsAndStagingStores()
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string>(lab.Cloud.Settings!) { ["control.cidr"] = "172.31.0.0/16" } };
        Assert.Empty(lab.FindingsOf("CNP4014"));
        ALab.Address(lab.Port("kvm1", "bond1"), "172.31.0.5");
        lab.Design.StagingStores.Add(new SecondaryStorage { Id = "st", Url = "nfs://172.31.255.255/staging", Provider = "NFS" });
        Assert.Equal(["devices/kvm1/ports/bond1/name", "stagingStores/st/url"], lab.FindingsOf("CNP4014").Select(f => f.Path).Order(StringComparer.Ordinal));
        lab.Design.StagingStores[0].Url = "nfs://172.32.0.0/staging";
        Assert.Single(lab.FindingsOf("CNP4014"));
    }
}
