using CloudNetPortal.Import.Sources.Switches;

namespace CloudNetPortal.Import.Tests.Switches;

public sealed class InterfaceNamesTests
{
    [Theory]
    [InlineData("Et1", "Ethernet1")]
    [InlineData("Eth1/1", "Ethernet1/1")]
    [InlineData("Ethernet 1/1", "Ethernet1/1")]
    [InlineData("Gi1/0/1", "GigabitEthernet1/0/1")]
    [InlineData("Te1/1/4", "TenGigabitEthernet1/1/4")]
    [InlineData("Po3", "Port-Channel3")]
    [InlineData("port-channel 3", "port-channel3")]
    [InlineData("Vl10", "Vlan10")]
    [InlineData("mgmt0", "mgmt0")]
    [InlineData("eth0", "eth0")]
    [InlineData("swp1", "swp1")]
    [InlineData("et-0/0/0", "et-0/0/0")]
    [InlineData("Ethernet4", "Ethernet4")]
    public void Expand_GivesTheNameInFull(string name, string full) => Assert.Equal(full, InterfaceNames.Expand(name));

    [Theory]
    [InlineData("Ethernet1/1-3,Ethernet1/7", "Ethernet1/1 Ethernet1/2 Ethernet1/3 Ethernet1/7")]
    [InlineData("Gi1/0/1 - 2 , Gi1/0/10", "GigabitEthernet1/0/1 GigabitEthernet1/0/2 GigabitEthernet1/0/10")]
    [InlineData("Et1-2,5", "Ethernet1 Ethernet2 Ethernet5")]
    [InlineData("Ethernet1/1-1/2", "Ethernet1/1 Ethernet1/2")]
    [InlineData("Po1-2", "Port-Channel1 Port-Channel2")]
    [InlineData("Ethernet1/2.10", "Ethernet1/2.10")]
    [InlineData("mgmt0", "mgmt0")]
    public void Range_GivesEveryName(string text, string names) => Assert.Equal(names, string.Join(' ', InterfaceNames.Range(text)));
}
