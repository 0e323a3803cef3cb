using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateTags : AsyncCommand
{
    /// <summary>Kinds that the tag service knows but takes no tags on, and kinds that take them.</summary>
    private static readonly string[] Untaggable = ["Zone", "ServiceOffering", "Storage", "Domain", "Account"];
    private static readonly string[] Taggable = ["UserVm", "Template", "ISO", "Volume", "Snapshot", "Network", "LoadBalancer", "PortForwardingRule", "FirewallRule", "SecurityGroup", "PublicIpAddress", "Project", "Vpc", "NetworkACL", "StaticRoute"];

    public override JsonObject Run(Call call)
    {
        var type = call.Text("resourcetype")!;
        Check(type);
        foreach (var id in call.List("resourceids"))
        {
            foreach (var tag in call.Entries("tags"))
                call.Cloud.Tags.Add(new ResourceTag { ResourceType = type, ResourceId = id, Key = tag.GetValueOrDefault("key") ?? "", Value = tag.GetValueOrDefault("value") }, call.Now);
        }
        return Done();
    }

    internal static void Check(string type)
    {
        if (Array.Exists(Untaggable, t => t.Equals(type, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Value($"The resource type {type} doesn't support resource tags");
        if (!Array.Exists(Taggable, t => t.Equals(type, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Value($"Invalid resource type {type}");
    }
}
