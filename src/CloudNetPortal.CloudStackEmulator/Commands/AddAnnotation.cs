using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddAnnotation : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        string type = call.Text("entitytype") ?? "", id = call.Text("entityid") ?? "";
        var (known, entity, name) = type.ToUpperInvariant() switch
        {
            "ZONE" => Named(cloud.Zones.Find(id), z => z.Name),
            "POD" => Named(cloud.Pods.Find(id), p => p.Name),
            "CLUSTER" => Named(cloud.Clusters.Find(id), c => c.Name),
            "HOST" => Named(cloud.Hosts.Find(id), h => h.Name),
            "NETWORK" => Named(cloud.Networks.Find(id), n => n.Name),
            "PRIMARY_STORAGE" => Named(cloud.Pools.Find(id), p => p.Name),
            "SECONDARY_STORAGE" => Named(cloud.ImageStores.Find(id), s => s.Name),
            "SYSTEM_VM" => Named(cloud.SystemVms.Find(id), v => v.Name),
            _ => (false, null, ""),
        };
        if (!known)
            throw Refusal.Command(530, $"'{type}' is not a valid EntityType to put annotations on");
        if (entity is null)
            throw Refusal.Command(530, $"Could not find an entity with type: {type.ToUpperInvariant()} and ID: {id}");
        var annotation = cloud.Annotations.Add(new Annotation { EntityType = type.ToUpperInvariant(), EntityId = id, EntityName = name, Text = call.Text("annotation") ?? "", AdminsOnly = call.Flag("adminsonly") }, call.Now);
        cloud.Log("ANNOTATION.CREATE", "Successfully completed creating an annotation on an entity", entity, call.Now);
        return Json.Of(("annotation", MarkAnswer.Of(annotation)));
    }

    private static (bool, CloudObject?, string) Named<T>(T? entity, Func<T, string> name) where T : CloudObject => (true, entity, entity is null ? "" : name(entity));
}
