using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Object storage serves the whole region; its keys are not kept.</summary>
internal sealed class AddImageStoreS3 : SyncCommand
{
    public override JsonObject Run(Call call) => Json.Of(("imagestore", AddImageStore.Add(call, "S3", call.Text("endpoint")!, null)));
}
