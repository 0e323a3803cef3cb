using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class ResourceDetailRules
{
    /// <summary>The details of the zone or other object that the call names; null when there is no such object.</summary>
    public static SortedDictionary<string, string>? Of(Call call)
    {
        var cloud = call.Cloud;
        var id = call.Text("resourceid");
        return call.Text("resourcetype")!.ToUpperInvariant() switch
        {
            "ZONE" => cloud.Zones.FindPresent(id)?.Details,
            "STORAGE" => cloud.Pools.FindPresent(id)?.Settings,
            "NETWORK" => cloud.Networks.FindPresent(id)?.Details,
            _ => null,
        };
    }

    public static Refusal Unknown(Call call) => Refusal.Value($"Unable to find resource by id {call.Text("resourceid")} and type {call.Text("resourcetype")}");
}
