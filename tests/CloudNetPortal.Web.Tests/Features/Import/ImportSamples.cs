using System.Text;
using CloudNetPortal.Web.Features.Import;

namespace CloudNetPortal.Web.Tests.Features.Import;

/// <summary>A very small inventory and a very small zone file.</summary>
internal static class ImportSamples
{
    public const string Devices = "name,role,manufacturer,device_type,site,rack\nkvm-1,compute,Acme,A1,dc1,R1\nkvm-2,compute,Acme,A1,dc1,R1\nsw-1,tor,Acme,S1,dc1,R1\n";

    public const string Interfaces =
        "device,name,type,mode,tagged_vlans,lag\nkvm-1,bond0,lag,,,\nkvm-1,ens1,25gbase-x-sfp28,,,bond0\nkvm-2,ens1,25gbase-x-sfp28,,,\nsw-1,swp1,25gbase-x-sfp28,tagged,\"20,300-309\",\nsw-1,swp2,25gbase-x-sfp28,access,,\n";

    public const string Cables = "side_a_device,side_a_name,side_b_device,side_b_name,status\nkvm-1,ens1,sw-1,swp1,connected\nkvm-2,ens1,sw-1,swp2,connected\n";

    public const string Zone = """
        { "zones": [{ "name": "east-1", "networktype": "Advanced", "dns1": "192.0.2.53", "internaldns1": "192.0.2.53", "tungstenprovider": { "name": "tf" },
          "physical_networks": [{ "name": "pn", "isolationmethods": ["VLAN"], "traffictypes": [{ "typ": "Guest" }], "providers": [] }],
          "pods": [{ "name": "p", "clusters": [{ "clustername": "c", "hypervisor": "KVM", "clustertype": "CloudManaged", "hosts": [{ "url": "http://kvm-1", "username": "root", "password": "very-secret-word" }] }] }] }],
          "globalConfig": [{ "name": "expunge.delay", "value": "60" }] }
        """;

    public static BroughtFile[] Inventory => [File("devices.csv", Devices), File("interfaces.csv", Interfaces), File("cables.csv", Cables)];

    public static BroughtFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
