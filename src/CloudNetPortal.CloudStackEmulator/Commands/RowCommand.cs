using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A list whose rows can be shown one by one, whatever they are.</summary>
internal abstract class RowCommand : SyncCommand
{
    /// <summary>The row as this cloud shows it by itself.</summary>
    public abstract JsonObject ShowRow(Call call, CloudObject row);
}
