using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Vlans;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class SwitchWordsTests
{
    [Fact]
    public void Upload_NamesTheOutputOfEachSystem() => Assert.Equal(" Upload “show running-config” of a, “show configuration” of b, config_db.json of c, /etc/network/interfaces of d, the running configuration of e.",
        SwitchWords.Upload([Switch("a", "Arista EOS"), null, Switch("b", "Juniper Junos"), Switch("c", "SONiC"), Switch("d", "Cumulus Linux"), Switch("e", null)]));

    [Fact]
    public void Upload_IsEmptyWithoutASwitch() => Assert.Equal("", SwitchWords.Upload([null]));

    [Theory]
    [InlineData("Cisco NX-OS", "vlan 7\ninterface Eth1/1")]
    [InlineData("Juniper Junos", "set vlans v7 vlan-id 7\nset interfaces Eth1/1")]
    [InlineData("SONiC", "config vlan add 7\nconfig vlan member add 7 Eth1/1")]
    public void AllowVlans_MakesWhatIsNotThere(string platform, string words) =>
        Assert.Contains(words, SwitchWords.AllowVlans(Switch("a", platform), new Interface { Name = "Eth1/1" }, VlanSet.Of(7), false, VlanSet.Of(7)), StringComparison.Ordinal);

    private static Device Switch(string name, string? platform) => new() { Name = name, Platform = platform, Role = DeviceRoles.Switch };
}
