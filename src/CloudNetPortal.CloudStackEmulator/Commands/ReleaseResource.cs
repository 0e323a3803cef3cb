using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Gives a pod, cluster or host back to everybody.</summary>
internal abstract class ReleaseResource<T> : AsyncCommand where T : CloudObject
{
    protected abstract string Kind { get; }

    public override JsonObject Run(Call call)
    {
        var row = call.Row<T>(Kind + "id")!;
        var dedication = call.Cloud.ResourceDedications.Present.FirstOrDefault(d => d.ResourceId == row.Id) ?? throw Refusal.Value("No Dedicated Resource available to release"); // CS-1616
        call.Cloud.ResourceDedications.Erase(dedication);
        return Done();
    }
}
