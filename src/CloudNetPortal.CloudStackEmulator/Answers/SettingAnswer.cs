using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class SettingAnswer
{
    /// <summary>A setting with this value; the scope is told only to a caller who asked for one.</summary>
    public static JsonObject Of(JsonObject setting, string value, string? scope)
    {
        var json = (JsonObject)setting.DeepClone();
        json["value"] = value;
        if (scope is not null)
            json["scope"] = scope;
        return json;
    }

    /// <summary>The value in a zone, cluster or pool that may have its own, otherwise that of the whole cloud.</summary>
    public static string ValueIn(CloudState cloud, JsonObject setting, IReadOnlyDictionary<string, string>? scope)
    {
        var name = setting["name"]!.ToString();
        return scope is not null && scope.TryGetValue(name, out var value) ? value : cloud.Setting(name);
    }
}
