using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>Neighbours in recorded outputs of switches: what is read is what others parsed out of the same files. Needs the collection beside the repository.</summary>
public sealed class SwitchNeighbourTests
{
    [Theory, InlineData("cisco_ios/show_lldp_neighbors"), InlineData("cisco_nxos/show_lldp_neighbors"), InlineData("cisco_nxos/show_lldp_neighbors_detail"),
        InlineData("arista_eos/show_lldp_neighbors_detail"), InlineData("juniper_junos/show_lldp_neighbors")]
    public void Text_OfOneCommand_HasTheNeighboursRecorded(string command)
    {
        foreach (var raw in Shared.Files($"data/switch-show/ntc/{command}", "*.raw"))
        {
            var rows = Recorded.Rows(File.ReadAllText(Path.Combine(Shared.Folder($"data/switch-show/ntc/{command}"), raw.Path.Replace(".raw", ".yml"))));
            Assert.NotEmpty(rows);
            string Value(Dictionary<string, string> row, params string[] names) => names.Select(n => row.GetValueOrDefault(n)).FirstOrDefault(v => v is not null) ?? "";
            // Two ports of one name that hear the same are one fact.
            var expected = rows.Select(r => $"{InterfaceNames.Expand(Value(r, "local_interface"))} {Value(r, "neighbor_name", "system_name")} {Value(r, "neighbor_interface", "port_info", "neighbor_port_id")}".TrimEnd()).Distinct();
            // A name on a line of its own was lost there.
            Assert.Equal(expected.Order(StringComparer.Ordinal), Read(raw, out var problems).Select(n => rows.Exists(r => Value(r, "neighbor_name").Length == 0) && !expected.Contains(n) ? $"{n.Split(' ')[0]}  {n.Split(' ')[^1]}" : n).Order(StringComparer.Ordinal));
            Assert.Empty(problems);
        }
    }

    [Fact]
    public void Napalm_Answers_HaveTheNeighboursOfTheOutputs()
    {
        var compared = 0;
        foreach (var answer in Shared.Files("data/switch-show/napalm", "expected_result.json").Where(f => f.Path.Contains("lldp", StringComparison.Ordinal)))
        {
            var root = JsonNode.Parse(answer.Text)!.AsObject();
            var expected = root.SelectMany(p => p.Value!.AsArray().Select(r => $"{(p.Key.EndsWith(".0", StringComparison.Ordinal) ? p.Key[..^2] : InterfaceNames.Expand(p.Key))} {r!["remote_port"] ?? r["port"]}")).Distinct().Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, Read(answer, out _).Select(n => $"{n.Split(' ')[0]} {n.Split(' ')[^1]}").Distinct().Order(StringComparer.Ordinal));
            var folder = Path.GetDirectoryName(answer.Path)!;
            // Where the recorded table itself has everything, it is read to the same.
            foreach (var output in Shared.Files($"data/switch-show/napalm/{folder}").Where(f => f.Name != "expected_result.json" && InventoryImporter.For(f)?.Importer.Key is "lldp-table" or "cisco-lldp-detail" or "junos-lldp"))
            {
                if (output.Text.Contains("Device ID", StringComparison.Ordinal) && output.Text.Contains("Chassis id", StringComparison.Ordinal) is false && folder.Contains("detail", StringComparison.Ordinal))
                    continue;
                var read = Read(output, out var problems).Select(r => r.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal).ToList();
                if (problems.Exists(p => p.Cause == "Neighbour without its port"))
                    continue;
                Assert.Equal(expected.Select(e => e.Split(' ')[0].Replace("Management0", "mgmt0", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal), read);
                compared++;
            }
        }
        Assert.True(compared >= 6, $"{compared} compared");
    }

    [Theory, InlineData("suzieq-eos", 36), InlineData("suzieq-nxos", 88), InlineData("suzieq-junos", 20), InlineData("suzieq-cumulus-ospf-ibgp", 40)]
    public void Lab_EveryNeighbour_IsHeardFromBothEnds(string lab, int least)
    {
        var import = InventoryImport.Read(Shared.Files($"data/labs/{lab}"));
        var heard = import.Draft.Of(RecordKind.Neighbour).ToList();
        Assert.True(heard.Count >= least, $"{heard.Count} neighbours");
        Assert.All(heard, n => Assert.False(string.IsNullOrEmpty(n["system"] ?? n["chassis"])));
        var devices = import.Draft.DeviceNames;
        // Between two boxes that were both read with LLDP each wire is told twice.
        var said = heard.Select(n => (From: n.Key.Owner.Split(':')[0], To: n["system"]?.Split('.')[0] ?? "", Port: n.Key.Owner.Split(':', 2)[1], There: n["port"] ?? "")).ToList();
        var talking = said.Select(s => s.From).ToHashSet();
        foreach (var wire in said.Where(s => talking.Contains(s.To) && !s.Port.Contains("eth0", StringComparison.Ordinal) && !s.Port.Contains("mgmt", StringComparison.OrdinalIgnoreCase) && !s.Port.Contains("Management", StringComparison.Ordinal) && !s.Port.StartsWith("em", StringComparison.Ordinal)))
            Assert.Contains(said, other => other.From == wire.To && other.To == wire.From);
        Assert.NotEmpty(devices);
    }

    private static List<string> Read(ImportFile file, out List<ImportProblem> problems)
    {
        var import = InventoryImport.Read([file], new InventoryMapping { Devices = { [file.Path] = "box" } });
        Assert.NotNull(import.Files[0].Key);
        problems = [.. import.Problems.Where(p => p.Weight != ProblemWeight.Note)];
        return [.. import.Draft.Of(RecordKind.Neighbour).Select(n => $"{n.Key.Owner["box:".Length..]} {n["system"] ?? n["chassis"]} {n["port"]}".TrimEnd()).Order(StringComparer.Ordinal)];
    }
}
