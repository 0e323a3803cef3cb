using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateNetworkOffering : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        if (call.Row<KnownObject>("id") is not { } known)
            throw Refusal.Value("Unable to find network offering by id null");
        var row = (JsonObject)known.Json.DeepClone();
        if (call.Filled("state") is { } state)
            row["state"] = state is "Enabled" or "Disabled" ? state : throw Refusal.Value($"Incorrect state value: {state}");
        if (call.Filled("availability") is { } availability)
            row["availability"] = OfferingRules.Availabilities.Contains(availability) ? availability : throw Refusal.Value("Invalid value for Availability. Supported types: Required, Optional");
        foreach (var name in (string[])["name", "displaytext", "tags"])
        {
            if (call.Text(name) is { } text)
                row[name] = text;
        }
        call.Cloud.NetworkOfferingRows.Put(row);
        call.Cloud.Log("NETWORK.OFFERING.EDIT", "Successfully completed updating network offering", known, call.Now);
        return Json.Of(("networkoffering", row.DeepClone()));
    }
}
