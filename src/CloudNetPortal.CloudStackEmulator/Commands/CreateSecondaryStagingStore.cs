using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Every refusal is 530/9999 (CS-1211).</summary>
internal sealed class CreateSecondaryStagingStore : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var scope = call.Filled("scope")?.ToUpperInvariant() ?? "ZONE";
        if (scope is not ("ZONE" or "CLUSTER" or "HOST" or "REGION"))
            throw Refusal.Command(530, $"invalid scope for cache store {call.Text("scope")}");
        if (scope != "ZONE")
            throw Refusal.Command(530, "Only zone wide cache storage is supported");
        var zone = call.Row<Zone>("zoneid") is { Removed: false } found ? found : throw Refusal.Command(530, "zone id can't be null, if scope is zone");
        var url = call.Text("url")!;
        var store = call.Cloud.ImageStores.Add(new ImageStore { ZoneId = zone.Id, Name = url, Url = url, ProviderName = call.Filled("provider") ?? "NFS", Staging = true }, call.Now);
        return Json.Of(("secondarystorage", StorageAnswer.Of(call.Cloud, store)));
    }
}
