using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal abstract class ListDedicatedResources<T> : ListCommand<ResourceDedication> where T : CloudObject
{
    protected abstract string Kind { get; }

    protected abstract T? Find(CloudState cloud, string id);

    protected abstract string NameOf(T row);

    protected override IEnumerable<ResourceDedication> Rows(Call call) => call.Cloud.ResourceDedications.Present
        .Where(d => Find(call.Cloud, d.ResourceId) is not null && Same(call.Row<T>(Kind + "id")?.Id, d.ResourceId))
        .Where(d => call.Filled("account") is not { } name || d.AccountId == call.Cloud.Accounts.FirstOrDefault(a => a.Text("name") == name)?.Id);

    protected override JsonNode Show(Call call, ResourceDedication row) => DedicationAnswer.Of(row, Kind, NameOf(Find(call.Cloud, row.ResourceId)!));
}
