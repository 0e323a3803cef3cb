using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>bridge -j vlan</c>: the VLANs of each port of bridges that filter VLANs.</summary>
public sealed class BridgeVlanImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "bridge-vlan";
    /// <inheritdoc/>
    public override string Title => "bridge vlan (JSON)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"vlans\"", StringComparison.Ordinal) && file.Text.Contains("\"ifname\"", StringComparison.Ordinal) && file.Text.Contains("\"vlan\"", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        foreach (var node in json.Root as JsonArray ?? [])
        {
            reading.Rows++;
            if (node is not JsonObject port || (string?)port["ifname"] is not { } name || port["vlans"] is not JsonArray vlans)
            {
                reading.NotUnderstood(json.PlaceOf(node).Line, node?.ToJsonString() ?? "null");
                continue;
            }
            var found = new BridgePortVlans(reading.Device, name, [], null, reading.Source(json.PlaceOf(node).Line));
            var ok = true;
            foreach (var vlan in vlans.OfType<JsonObject>())
            {
                var flags = (vlan["flags"] as JsonArray ?? []).Select(f => (string?)f).ToList();
                if (Id(vlan["vlan"]) is not { } first || first is < 1 or > 4094)
                {
                    reading.Log.Error("VLAN not readable", "A VLAN id from 1 to 4094 is expected.", "Take the output again.", json.PlaceOf(vlan).Line, json.PlaceOf(vlan).Column, "vlan", vlan["vlan"]?.ToJsonString());
                    ok = false;
                    continue;
                }
                var last = Math.Clamp(Id(vlan["vlanEnd"]) ?? first, first, 4094);
                found = Add(found, first, last, flags.Contains("PVID"), flags.Contains("Egress Untagged"));
            }
            reading.Draft.BridgeVlans.Add(found);
            if (ok)
                reading.Ok++;
        }
    }

    /// <summary>A range with its flags added to what is known of a port.</summary>
    internal static BridgePortVlans Add(BridgePortVlans port, int first, int last, bool isPvid, bool isUntagged)
    {
        if (isUntagged && isPvid)
            return port with { Untagged = first };
        // Untagged on the way out but not the PVID: neither tagged nor native; frames of it never come back untagged.
        if (!isUntagged)
            port.Tagged.AddRange(Enumerable.Range(first, last - first + 1));
        return port;
    }

    private static int? Id(JsonNode? node) => int.TryParse(Marvin.MarvinNode.AsText(node), out var id) ? id : null;
}
