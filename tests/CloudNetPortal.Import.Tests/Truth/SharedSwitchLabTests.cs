using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>Configurations and wiring of whole labs beside the repository: every line accounted for, and as many ports, VLANs, LAGs and cables as stand in the files.</summary>
public sealed class SharedSwitchLabTests
{
    // Counted in the files by hand and by other means than these importers.
    [Theory]
    [InlineData("avd-l2ls-fabric", "(configs/|\\.md$)", "devices 6, ports 34, LAGs 16, trunks 16, access 4, VLANs 26, MLAG groups 5, cables 14")]
    [InlineData("avd-single-dc-l3ls", "(configs/|fabric/)", "devices 10, ports 44, LAGs 14, trunks 14, access 2, VLANs 58, MLAG groups 4, cables 22")]
    [InlineData("batfish-l2-topology", ".", "devices 4, ports 10, LAGs 0, trunks 4, access 4, VLANs 10, MLAG groups 0, cables 5")]
    [InlineData("sonic-mgmt-testbed", ".", "devices 24, ports 170, LAGs 0, trunks 3, access 32, VLANs 0, MLAG groups 0, cables 85")]
    [InlineData("suzieq-eos", "running-config", "devices 8, ports 44, LAGs 12, trunks 4, access 8, VLANs 16, MLAG groups 4, cables 0")]
    [InlineData("suzieq-nxos", "running-config", "devices 8, ports 512, LAGs 12, trunks 12, access 484, VLANs 26, MLAG groups 4, cables 0")]
    [InlineData("suzieq-junos", "show_configuration", "devices 3, ports 1224, LAGs 0, trunks 0, access 2, VLANs 5, MLAG groups 0, cables 0")]
    [InlineData("suzieq-cumulus-ospf-ibgp", "cat_etc_network", "devices 9, ports 46, LAGs 12, trunks 4, access 8, VLANs 0, MLAG groups 4, cables 0")]
    public void Lab_IsReadWithoutALostLine_AndHasWhatItsFilesSay(string lab, string files, string counts)
    {
        var (import, catalogue) = SwitchLab.Read([.. Shared.Files($"data/labs/{lab}").Where(f => System.Text.RegularExpressions.Regex.IsMatch(f.Path, files))]);
        Assert.All(import.Files, f => Assert.True(f.Key is not null && f.Rows > 0 && f.Rows == f.Ok, f.ToString()));
        Assert.DoesNotContain(import.Problems, p => p.Weight != ProblemWeight.Note);
        var ports = catalogue.Devices.SelectMany(d => d.Interfaces).ToList();
        var found = $"devices {catalogue.Devices.Count}, ports {ports.Count(p => p is { Kind: InterfaceKind.Physical, ManagementOnly: false })}, LAGs {ports.Count(p => p.Kind == InterfaceKind.Bond)}, "
            + $"trunks {ports.Count(p => p.Mode is SwitchPortMode.Trunk or SwitchPortMode.TrunkAll)}, access {ports.Count(p => p.Mode == SwitchPortMode.Access)}, "
            + $"VLANs {catalogue.Devices.Sum(d => d.Vlans?.Count ?? 0)}, MLAG groups {ports.Select(p => p.MlagGroup).OfType<string>().Distinct().Count()}, cables {catalogue.Cables.Count}";
        Assert.True(counts == found, $"expected {counts}\nfound {found}");
    }
}
