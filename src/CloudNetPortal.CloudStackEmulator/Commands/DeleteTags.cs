using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteTags : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        CreateTags.Check(call.Text("resourcetype")!);
        var keys = call.Entries("tags").Select(t => t.GetValueOrDefault("key")).ToList();
        foreach (var tag in call.Cloud.Tags.Present.Where(t => call.List("resourceids").Contains(t.ResourceId) && (keys.Count == 0 || keys.Contains(t.Key))).ToList())
            call.Cloud.Tags.Erase(tag);
        return Done();
    }
}
