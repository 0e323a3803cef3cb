using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class SettingAnswer
{
    /// <summary>A setting with this value; the scope is told only to a caller who asked for one.</summary>
    public static JsonObject Of(JsonObject setting, string value, bool scoped)
    {
        var json = (JsonObject)setting.DeepClone();
        json["value"] = value;
        if (scoped)
            json["scope"] = "zone";
        return json;
    }

    public static string ValueIn(CloudState cloud, JsonObject setting, Zone? zone)
    {
        var name = setting["name"]!.ToString();
        return zone is not null && zone.Settings.TryGetValue(name, out var value) ? value : cloud.Setting(name);
    }
}
