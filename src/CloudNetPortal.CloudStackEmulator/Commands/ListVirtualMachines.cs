using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>There are no guests here.</summary>
internal sealed class ListVirtualMachines : ListCommand<CloudObject>
{
    protected override IEnumerable<CloudObject> Rows(Call call) => [];

    protected override JsonNode Show(Call call, CloudObject row) => throw new InvalidOperationException("there are no guests");
}
