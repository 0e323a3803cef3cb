using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A cloud without guests has no templates to show.</summary>
internal sealed class ListTemplates : SyncCommand
{
    public override JsonObject Run(Call call) => [];
}
