using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddImageStore : SyncCommand
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "NFS", "SMB", "S3", "Swift", "Ceph" };

    private static readonly HashSet<string> RegionWide = new(StringComparer.OrdinalIgnoreCase) { "S3", "Swift", "Ceph" };

    public override JsonObject Run(Call call)
    {
        var url = call.Text("url") ?? "";
        return Json.Of(("imagestore", Add(call, call.Text("provider")!, url, call.Filled("name"))));
    }

    /// <summary>The same for the commands that name the provider themselves.</summary>
    public static JsonObject Add(Call call, string provider, string url, string? given)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid");
        var name = given ?? url;
        if (cloud.ImageStores.Present.Any(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Value($"The image store with name {name} already exists, try creating with another name"); // CS-1207
        // CS-1209; a provider that the server does not know is taken for the one it has.
        if (Known.Contains(provider) && cloud.ImageStores.Present.FirstOrDefault(s => !s.Staging && Known.Contains(s.ProviderName)) is { } first && !first.ProviderName.Equals(provider, StringComparison.OrdinalIgnoreCase))
            throw Refusal.Value($"You can only add new image stores from the same provider {first.ProviderName} already added");
        if (zone is { Removed: true })
            throw Refusal.Value($"Can't find zone by id {zone.Number}");
        // S3, Swift and Ceph serve the whole region and may have no URL.
        if (zone is null && RegionWide.Contains(provider))
            return Made(call, new ImageStore { Name = name.Length > 0 ? name : provider, Url = url, ProviderName = provider });
        if (zone is null)
            throw Refusal.State("Failed to add data store: DataCenter id is null, and simulator image store has to be associated with a data center"); // CS-1208
        if (!url.Contains(':', StringComparison.Ordinal)) // CS-1210
            throw Refusal.State($"Failed to add data store: uri.scheme is null {url}, add nfs:// as a prefix");
        if (url.StartsWith("nfs:", StringComparison.OrdinalIgnoreCase) && url["nfs:".Length..].TrimStart('/').IndexOf('/', StringComparison.Ordinal) <= 0)
            throw Refusal.State("Failed to add data store: Your host and/or path is wrong.  Make sure it's of the format nfs://hostname/path");
        return Made(call, new ImageStore { ZoneId = zone.Id, Name = name, Url = url, ProviderName = provider });
    }

    private static JsonObject Made(Call call, ImageStore wanted)
    {
        var store = call.Cloud.ImageStores.Add(wanted, call.Now);
        call.Cloud.Log("IMAGE.STORE.CREATE", $"Successfully completed adding image store {store.Name}", store, call.Now);
        return StorageAnswer.Of(call.Cloud, store);
    }
}
