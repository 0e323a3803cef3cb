using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>teamdctl TEAM state dump</c>: what a team does, which the kernel does not tell, with its members and their links.</summary>
public sealed class TeamImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "teamd";
    /// <inheritdoc/>
    public override string Title => "teamdctl state dump";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <summary>After the interface lists: the file does not say the name of its team, its members do.</summary>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"runner_name\"", StringComparison.Ordinal) && file.Text.AsSpan().TrimStart() is ['{', ..] ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        if (json.Root is not JsonObject root)
            return;
        var ports = root["ports"] as JsonObject ?? [];
        var runner = Text(root["setup"]?["runner_name"]);
        var team = Text(root["team_device"]?["ifinfo"]?["ifname"]) ?? ports.Select(p => reading.Draft.Find(RecordKey.Interface(reading.Device, p.Key))?["bond"]).FirstOrDefault(b => b is not null) ?? reading.File.Name.Split('.')[0];
        reading.Rows = reading.Ok = 1;
        reading.Say(team, "kind", nameof(InterfaceKind.Bond));
        reading.Say(team, "bondMode", runner switch
        {
            "lacp" => nameof(BondMode.Lacp), "activebackup" => nameof(BondMode.ActiveBackup), "roundrobin" => nameof(BondMode.BalanceRoundRobin), "broadcast" => nameof(BondMode.Broadcast),
            "loadbalance" => nameof(BondMode.BalanceXor), "random" => nameof(BondMode.BalanceRoundRobin), _ => runner,
        });
        reading.Say(team, "lacpFast", runner == "lacp" ? Text(root["runner"]?["fast_rate"]) : null);
        var active = Text(root["runner"]?["active_port"]);
        foreach (var (name, node) in ports)
        {
            reading.Rows++;
            var line = json.PlaceOf(node).Line;
            var isUp = Text(node?["link"]?["up"]) ?? Text(node?["link_watches"]?["up"]);
            reading.Say(name, "bond", team, line);
            reading.Say(name, "link", isUp, line);
            reading.Say(name, "speed", Text(node?["link"]?["speed"]) is { } speed and not "0" ? speed : null, line);
            var state = runner switch
            {
                _ when isUp != "true" => null,
                "lacp" => Text(node?["runner"]?["state"]) is "defaulted" or "expired" ? nameof(MemberState.NoPartner) : Text(node?["runner"]?["selected"]) == "false" || Text(node?["runner"]?["aggregator"]?["selected"]) == "false" ? nameof(MemberState.OtherAggregator) : nameof(MemberState.Active),
                "activebackup" when active is not null => name == active ? nameof(MemberState.Active) : nameof(MemberState.Standby),
                _ => null,
            };
            if (reading.Say(name, "memberState", state, line))
                reading.Ok++;
        }
    }
}
