using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>A row with a <c>zoneid</c> added to it is the value in that zone; any other is the value of the whole cloud.</summary>
internal sealed class ListConfigurationsReader : ListReader
{
    public override int Order => 60;

    public override CloudObject? Read(CloudState cloud, ListedRow row)
    {
        var name = row.Need("name");
        var value = row.Text("value") ?? "";
        if (name.Length == 0)
            return null;
        if (row.Text("zoneid") is { Length: > 0 })
        {
            if (cloud.Zones.Find(row.Of(cloud.Zones, "zoneid")) is { } zone)
                zone.Settings[name] = value;
            return null;
        }
        if (cloud.SettingRow(name) is not { } known)
            cloud.FurtherSettings.Add((JsonObject)row.Json.DeepClone());
        else if (known["value"]?.ToString() != value)
            cloud.Settings[name] = value;
        return null;
    }
}
