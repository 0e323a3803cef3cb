using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ip -j link</c> and <c>ip -j addr</c>, with or without details (-d), from iproute2.</summary>
public sealed class IpJsonImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ip-json";
    /// <inheritdoc/>
    public override string Title => "ip link or ip addr (JSON)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['[', ..] && file.Text.Contains("\"ifindex\"", StringComparison.Ordinal)
        ? file.Text.Contains("\"link_type\"", StringComparison.Ordinal) || file.Text.Contains("\"addr_info\"", StringComparison.Ordinal) ? 0.95 : 0.3 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        if (json.Root is not JsonArray links)
            return;
        var detailed = links.OfType<JsonObject>().Any(l => l.ContainsKey("linkinfo"));
        var all = new List<LinkFacts>();
        foreach (var node in links)
        {
            if (node is not JsonObject link || Text(link["ifname"]) is not { } name)
            {
                // ip leaves empty objects where a filter hides a device.
                if (node is not JsonObject { Count: 0 })
                    reading.Log.Warning("Entry not understood", "An entry has no ifname.", "Take the output again.", json.PlaceOf(node).Line, json.PlaceOf(node).Column, null, node?.ToJsonString());
                continue;
            }
            all.Add(Facts(link, name, json.PlaceOf(link).Line));
        }
        foreach (var facts in all)
        {
            reading.Rows++;
            if (facts.Say(reading, detailed, all.Find(l => l.Name == facts.Master)))
                reading.Ok++;
        }
        if (links.Count > 0 && !reading.Log.HasErrors)
            reading.Draft.ObservedDevices.Add(reading.Device);
    }

    private static LinkFacts Facts(JsonObject link, string name, int line)
    {
        var info = link["linkinfo"] as JsonObject;
        var data = info?["info_data"] as JsonObject;
        var member = info?["info_slave_data"] as JsonObject;
        var facts = new LinkFacts(name, line)
        {
            Member = Text(info?["info_slave_kind"]) == "bond"
                ? new MemberFacts(Text(member?["state"]) is { } state ? state == "ACTIVE" : null, Text(member?["ad_aggregator_id"]), Text(member?["ad_actor_oper_port_state"]), null) : null,
            Aggregator = Text((data?["ad_info"] as JsonObject)?["aggregator"]),
            Flags = [.. (link["flags"] as JsonArray ?? []).Select(f => Text(f) ?? "")],
            LinkType = Text(link["link_type"]),
            Driver = Text(info?["info_kind"]),
            Parent = Text(link["link"]),
            Master = Text(link["master"]),
            MasterDriver = Text(info?["info_slave_kind"]),
            Address = Text(link["address"]),
            PermanentAddress = Text(link["permaddr"]) ?? Text(member?["perm_hwaddr"]),
            Mtu = Text(link["mtu"]),
            VlanId = Text(info?["info_kind"]) == "vlan" ? Text(data?["id"]) : null,
            BondMode = Text(info?["info_kind"]) == "bond" ? Text(data?["mode"]) : null,
            LacpRate = Text(data?["ad_lacp_rate"]),
            FiltersVlans = Text(data?["vlan_filtering"]) is { } filtering ? filtering is "1" or "true" : null,
            Alias = Text(link["ifalias"]),
        };
        foreach (var address in link["addr_info"] as JsonArray ?? [])
            if (address is JsonObject a && Text(a["local"]) is { } local && Text(a["prefixlen"]) is { } length)
                facts.Addresses.Add($"{local}/{length}");
        return facts;
    }

    private static string? Text(JsonNode? node) => Marvin.MarvinNode.AsText(node);
}
