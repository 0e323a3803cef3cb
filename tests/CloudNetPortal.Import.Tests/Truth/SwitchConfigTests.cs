using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>The same pair of switches in the words of six systems: the same facts, nothing lost, and a zone over them without an error.</summary>
public sealed class SwitchConfigTests
{
    public static TheoryData<string> Systems => [.. SwitchLab.Systems.Keys];

    [Theory, MemberData(nameof(Systems))]
    public void Files_AreRecognisedAndReadWithoutALostLine(string system)
    {
        var (import, _) = SwitchLab.Read(SwitchLab.Files(system));
        Assert.All(import.Files, f => Assert.True(f.Key is not null && f.Rows > 0 && f.Rows == f.Ok, f.ToString()));
        Assert.DoesNotContain(import.Problems, p => p.Weight != ProblemWeight.Note);
        Assert.All(import.Files.Where(f => f.Device?.StartsWith("tor", StringComparison.Ordinal) == true), f => Assert.Contains(system, f.Key!.Replace("ifupdown", "cumulus", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Systems))]
    public void Switches_HaveTheSamePortsWhateverTheirWords(string system)
    {
        var (_, catalogue) = SwitchLab.Read(SwitchLab.Files(system));
        var switches = catalogue.Devices.Where(d => d.Name.StartsWith("tor", StringComparison.Ordinal)).ToList();
        Assert.All(switches, s => Assert.Equal(DeviceRoles.Switch, s.Role));
        Assert.Equal(system == "ios" ? 1 : 2, switches.Count);
        Assert.Equal(system == "ios" ? 6 : 8, catalogue.Cables.Count);
        foreach (var device in switches)
        {
            if (system != "cumulus")
                Assert.True(device.Vlans!.ContainsAll(VlanSet.Parse("20,30,300-305,999")), device.Vlans.ToDisplay());
            for (var host = 1; host <= 2; host++)
            {
                var lag = device.Interfaces.Single(i => i.Id == device.Interfaces.Single(p => p.Name == SwitchLab.Systems[system](host)).BondId);
                Assert.Equal((InterfaceKind.Bond, BondMode.Lacp, SwitchPortMode.Trunk, 999), (lag.Kind, lag.BondMode, lag.Mode, lag.UntaggedVlan));
                Assert.Equal(VlanSet.Parse("20,300-305"), lag.TaggedVlans);
                Assert.InRange(lag.Mtu ?? 0, 9190, 9216);
                Assert.Equal(system == "ios", lag.MlagGroup is null);
            }
            Assert.Equal((SwitchPortMode.Access, 30), (Port(3).Mode, Port(3).UntaggedVlan));
            Assert.False(Port(4).Enabled);
            Assert.Equal((null, "10.255.0"), (Port(5).Mode, string.Join('.', Port(5).Addresses.Single().Address.ToString().Split('.')[..3])));
            Assert.Equal([20, 30], device.Interfaces.Where(i => i is { Kind: InterfaceKind.Vlan, VlanId: 20 or 30 } && i.Addresses.Count > 0).Select(i => i.VlanId!.Value).Order());

            Interface Port(int number) => device.Interfaces.Single(i => i.Name == SwitchLab.Systems[system](number));
        }
        if (system != "ios")
            Assert.Equal(2, switches.SelectMany(s => s.Interfaces).Select(i => i.MlagGroup).OfType<string>().Distinct().Count());
        Assert.Equal(["192.0.2.0/24 20", "198.51.100.0/24 30"], catalogue.Prefixes.Select(p => $"{p.Network} {p.VlanId}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Systems))]
    public void Zone_OverThem_HasNoErrorAndNothingUnverifiedOfTheWires(string system)
    {
        var findings = SwitchLab.Judge(SwitchLab.Read(SwitchLab.Files(system)).Catalogue);
        var wires = new[] { "CNP5101", "CNP5102", "CNP5103", "CNP5104", "CNP5105", "CNP6001", "CNP6002", "CNP6101", "CNP6102", "CNP6201" };
        Assert.Empty(findings.Where(f => f.Status == FindingStatus.Open ? f.Severity == Severity.Error || f.RuleId is "CNP0201" or "CNP0202" : wires.Contains(f.RuleId)).Select(f => $"{f.RuleId}{f.Case} {f.Status} {f.Message}"));
    }

    [Theory, MemberData(nameof(Systems))]
    public void Again_SameFiles_GiveNoDifference(string system)
    {
        var (import, catalogue) = SwitchLab.Read(SwitchLab.Files(system));
        var again = InventoryMerge.Compare(import.Draft, catalogue);
        Assert.True(again.IsEmpty, string.Join('\n', again.Changed.SelectMany(c => c.Fields.Select(f => $"{c.Key} {f.Field}: {f.Ours} / {f.Theirs}")).Concat(again.Added.Select(a => a.Key.ToString()))));
    }
}
