using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>VLANs, LAGs and states of ports in recorded outputs: what is read is what others parsed out of the same files. Needs the collection beside the repository.</summary>
public sealed class SwitchStateTests
{
    [Theory, InlineData("arista_eos/show_interfaces_status", "port"), InlineData("cisco_ios/show_interfaces_status", "port"), InlineData("cisco_nxos/show_interface_status", "port")]
    public void Status_OfEveryPort_IsAsRecorded(string command, string key)
    {
        foreach (var (raw, rows) in Recordings(command))
        {
            var draft = Read(raw).Draft;
            foreach (var group in rows.Where(r => r.ContainsKey(key) && !r[key].StartsWith("fc", StringComparison.Ordinal) && !r[key].StartsWith("Tunnel", StringComparison.Ordinal) && r.GetValueOrDefault("status") is { Length: > 0 } && r.GetValueOrDefault("vlan_id") is { Length: > 0 }).GroupBy(r => InterfaceNames.Expand(r[key])))
            {
                var row = group.First();
                var port = draft.Find(RecordKey.Interface("box", group.Key));
                Assert.True(port is not null, $"{raw.Path} {group.Key}");
                var where = $"{raw.Path} {group.Key}: {string.Join(' ', row.Select(r => $"{r.Key}={r.Value}"))} / {string.Join(' ', port.Values.Select(v => $"{v.Key}={v.Value.Text}"))}";
                var status = row["status"].TrimEnd(':').Split(':')[0];
                Assert.True(port["enabled"] == (status is "disabled" or "errdisabled" or "err-disabled" ? "false" : status is "connected" or "monitoring" or "notconnect" or "notconnec" or "xcvrAbsen" or "sfpAbsent" or "down" ? "true" : null), where);
                if (int.TryParse(row["vlan_id"].Split(',')[0], out var vlan))
                    Assert.True(port["mode"] == "Access" && port["untaggedVlan"] == vlan.ToString(CultureInfo.InvariantCulture), where);
                else if (row["vlan_id"] == "trunk")
                    Assert.True(port["mode"] == "Trunk", where);
                else if (row["vlan_id"].StartsWith("in ", StringComparison.Ordinal))
                    Assert.True(port["bond"] == InterfaceNames.Expand(row["vlan_id"][3..]), where);
                else
                    Assert.True(port["mode"] is null, where);
                if (row["speed"].TrimStart('a', '-') is { Length: > 0 } speed && char.IsAsciiDigit(speed[0]))
                    Assert.True(port["speed"] == (speed.EndsWith('G') ? speed[..^1] + "000" : speed.TrimEnd('M')), where);
            }
        }
    }

    [Theory, InlineData("arista_eos/show_port-channel_summary", 17), InlineData("cisco_ios/show_etherchannel_summary", 7), InlineData("cisco_nxos/show_port-channel_summary", 40)]
    public void Lags_WithTheirMembers_AreAsRecorded(string command, int least)
    {
        var lags = 0;
        foreach (var (raw, rows) in Recordings(command))
        {
            var draft = Read(raw).Draft;
            foreach (var row in rows.Where(r => r.GetValueOrDefault("bundle_name") is { Length: > 0 }))
            {
                lags++;
                var (name, members) = (InterfaceNames.Expand(row["bundle_name"]), row.GetValueOrDefault("member_interface")?.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(m => m != "--").ToArray() ?? []);
                Assert.Equal("Bond", draft.Find(RecordKey.Interface("box", name))?["kind"]);
                Assert.Equal(members.Select(InterfaceNames.Expand).Order(StringComparer.Ordinal), draft.InterfacesOf("box").Where(p => p["bond"] == name).Select(p => p.Key.Name).Order(StringComparer.Ordinal));
                if (members.Length > 0)
                    Assert.Equal(row["bundle_protocol"] == "LACP" ? "Lacp" : "Static", draft.Find(RecordKey.Interface("box", name))!["bondMode"]);
                foreach (var (member, flags) in members.Zip((row.GetValueOrDefault("member_interface_status") ?? "").Split(',')))
                    Assert.Equal(flags.StartsWith('P') || flags == "bndl" ? "Active" : flags.StartsWith('D') ? null : "Suspended", draft.Find(RecordKey.Interface("box", InterfaceNames.Expand(member)))!["memberState"]);
            }
        }
        Assert.True(lags >= least, $"{lags} LAGs");
    }

    [Theory, InlineData("arista_eos/show_vlan"), InlineData("cisco_ios/show_vlan")]
    public void Vlans_OfEveryPort_AreAsRecorded(string command)
    {
        foreach (var (raw, rows) in Recordings(command))
        {
            var draft = Read(raw).Draft;
            Assert.Equal(rows.Where(r => r["status"] == "active").Select(r => int.Parse(r["vlan_id"], CultureInfo.InvariantCulture)), Ids(draft.Find(RecordKey.Device("box"))!["vlans"]));
            foreach (var port in rows.SelectMany(r => r["interfaces"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => (Port: p, Vlan: r["vlan_id"]))).GroupBy(p => p.Port, p => p.Vlan))
            {
                var read = draft.Find(RecordKey.Interface("box", InterfaceNames.Expand(port.Key)))!;
                Assert.Equal(port.Count() > 1 ? "Trunk" : "Access", read["mode"]);
                Assert.Equal(port.Order(StringComparer.Ordinal), VlansOf(read).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Napalm_VlansAndInterfaces_AreThoseOfTheOutputs()
    {
        foreach (var (answer, output) in new[] { ("ios/test_get_vlans/normal/expected_result.json", "show_vlan_all_ports.txt"), ("nxos_ssh/test_get_vlans/normal/expected_result.json", "show_vlan_brief___json.txt") })
        {
            var folder = answer[..answer.LastIndexOf('/')];
            var files = Shared.Files($"data/switch-show/napalm/{folder}");
            var (one, other) = (Read(files.Single(f => f.Name == "expected_result.json")).Draft, Read(files.Single(f => f.Name == output)).Draft);
            Assert.Equal(Said(one), Said(other), StringComparer.OrdinalIgnoreCase);
            Assert.True(Said(one).Count > 20);
        }
        foreach (var folder in new[] { "eos/test_get_interfaces/normal", "ios/test_get_interfaces/normal", "ios/test_get_interfaces/alternate" })
        {
            var files = Shared.Files($"data/switch-show/napalm/{folder}");
            var (read, expected) = (Read(files.Single(f => f.Name != "expected_result.json")).Draft, JsonNode.Parse(files.Single(f => f.Name == "expected_result.json").Text)!.AsObject());
            foreach (var (name, entry) in expected)
            {
                var port = read.Find(RecordKey.Interface("box", name));
                Assert.True(port is not null, $"{folder} {name}");
                Assert.Equal((bool)entry!["is_enabled"]! ? "true" : "false", port["enabled"]);
                if (port["mtu"] is { } mtu)
                    Assert.Equal(entry["mtu"]!.ToString(), mtu);
                if (port["link"] is { } link && (bool)entry["is_enabled"]!)
                    Assert.Equal((bool)entry["is_up"]! ? "true" : "false", link);
                Assert.Equal(((string)entry["description"]!).Trim(), port["description"] ?? "");
            }
        }

        static List<string> Said(InventoryDraft draft) => [.. draft.InterfacesOf("box").Select(p => $"{p.Key.Name} {string.Join(',', VlansOf(p))}")];
    }

    private static IEnumerable<string> VlansOf(DraftRecord port) =>
        Ids(port["taggedVlans"]).Select(v => v.ToString(CultureInfo.InvariantCulture)).Concat(port["untaggedVlan"] is { } own ? [own] : Array.Empty<string>());

    private static IEnumerable<int> Ids(string? vlans) =>
        vlans is null or "none" ? [] : Domain.Addressing.VlanSet.Parse(vlans).Ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1));

    private static IEnumerable<(ImportFile Raw, List<Dictionary<string, string>> Rows)> Recordings(string command)
    {
        var folder = Shared.Folder($"data/switch-show/ntc/{command}");
        return Shared.Files($"data/switch-show/ntc/{command}", "*.raw").Select(raw => (raw, Recorded.Rows(File.ReadAllText(Path.Combine(folder, raw.Path.Replace(".raw", ".yml"))))));
    }

    private static InventoryImport Read(ImportFile file)
    {
        var import = InventoryImport.Read([file], new InventoryMapping { Devices = { [file.Path] = "box" } });
        Assert.True(import.Files[0].Key is not null, file.Path);
        return import;
    }
}
