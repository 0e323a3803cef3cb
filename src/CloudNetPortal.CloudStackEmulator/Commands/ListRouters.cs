using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A cloud without guests has no routers to show.</summary>
internal sealed class ListRouters : ListCommand<CloudObject>
{
    protected override IEnumerable<CloudObject> Rows(Call call) => [];

    protected override JsonNode Show(Call call, CloudObject row) => throw new InvalidOperationException("there are no routers");
}
