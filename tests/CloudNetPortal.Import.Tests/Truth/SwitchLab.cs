using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>
/// Two hosts on a pair of switches, the switches told by nothing but their configurations, each time by another system: management tagged over the bonds, storage untagged on
/// NICs of their own, guests and public tagged over the bonds.
/// </summary>
internal static class SwitchLab
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Systems with the name they give to port n. IOS has one stack of two in place of the pair.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Systems { get; } = new Dictionary<string, Func<int, string>>
    {
        ["eos"] = n => $"Ethernet{n}", ["nxos"] = n => $"Ethernet1/{n}", ["junos"] = n => $"xe-0/0/{n}", ["cumulus"] = n => $"swp{n}", ["sonic"] = n => $"Ethernet{4 * n}", ["ios"] = n => $"GigabitEthernet1/0/{n}",
    };

    public static List<ImportFile> Files(string system)
    {
        var files = Sample.Files("switches/hosts").Concat(Sample.Files($"switches/{system}")).ToList();
        var cables = files.FindIndex(f => f.Name == "cables.csv");
        var text = files[cables].Text;
        if (system == "ios")
            text = string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("tor", StringComparison.Ordinal)).Select(l => l.Replace("tor2,dcim.interface,port", "tor1,dcim.interface,GigabitEthernet2/0/", StringComparison.Ordinal)));
        for (var n = 1; n <= 8; n++)
            text = text.Replace($"port{n},", Systems[system](n) + ",", StringComparison.Ordinal);
        files[cables] = new ImportFile("cables.csv", text);
        return files;
    }

    public static (InventoryImport Import, CatalogueSnapshot Catalogue) Read(List<ImportFile> files)
    {
        var import = InventoryImport.Read(files);
        return (import, InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty), CatalogueSnapshot.Empty, Now)));
    }

    public static List<Finding> Judge(CatalogueSnapshot catalogue, ZoneDesign? design = null) =>
        [.. RuleBook.Judge(new RuleInput(design ?? Design(), catalogue, PolicyPack.Production, Now)).Findings];

    public static ZoneDesign Design() => new()
    {
        Name = "lab", Dns1 = "203.0.113.53", InternalDns1 = "192.0.2.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Id = "n1", Name = "mgmt", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Storage", "cloudbr2") } },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guests", IsolationMethods = { "VLAN" }, GuestVlans = "301-305", TrafficTypes = { Traffic("Guest", "cloudbr1"), Traffic("Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r", Gateway = "203.0.113.1", Netmask = "255.255.255.0", StartIp = "203.0.113.100", EndIp = "203.0.113.150", Vlan = "300" } },
        Pods =
        {
            new Pod
            {
                Id = "p1", Name = "pod1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = "m", StartIp = "192.0.2.100", EndIp = "192.0.2.120" } },
                StorageRanges = { new StorageRange { Id = "s", Gateway = "198.51.100.1", Netmask = "255.255.255.0", StartIp = "198.51.100.100", EndIp = "198.51.100.120" } },
                Clusters =
                {
                    new Cluster
                    {
                        Id = "c1", Name = "c1", Hosts = { new Host { Id = "a", Device = "kvm-a", UserName = "root" }, new Host { Id = "b", Device = "kvm-b", UserName = "root" } },
                        PrimaryStorages = { new PrimaryStorage { Id = "ps", Name = "p", Url = "nfs://198.51.100.200/primary" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "s", Url = "nfs://198.51.100.200/secondary", Provider = "NFS" } },
    };

    private static TrafficType Traffic(string type, string label) => new() { Id = type, Type = type, Labels = { ["KVM"] = label } };
}
