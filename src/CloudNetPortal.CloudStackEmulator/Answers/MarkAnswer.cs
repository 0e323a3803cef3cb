using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

/// <summary>Annotations and tags.</summary>
internal static class MarkAnswer
{
    public static JsonObject Of(Annotation annotation) => Json.Of(
        ("id", annotation.Id), ("entitytype", annotation.EntityType), ("entityid", annotation.EntityId), ("entityname", annotation.EntityName), ("annotation", annotation.Text),
        ("userid", FreshCloud.AdminUserId), ("username", "admin"), ("adminsonly", annotation.AdminsOnly), ("created", ServerFacts.Date(annotation.Created)));

    public static JsonObject Of(ResourceTag tag) => Json.Of(
        ("key", tag.Key), ("value", tag.Value), ("resourcetype", tag.ResourceType), ("resourceid", tag.ResourceId), ("account", FreshCloud.Admin.Text("name")),
        ("domainid", FreshCloud.RootDomain.Id), ("domain", FreshCloud.RootDomain.Text("name")), ("domainpath", FreshCloud.RootDomain.Text("path")));
}
