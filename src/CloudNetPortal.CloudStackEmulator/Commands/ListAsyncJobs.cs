using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Only the jobs in progress, as on the real server.</summary>
internal sealed class ListAsyncJobs : ListCommand<Job>
{
    protected override IEnumerable<Job> Rows(Call call) => call.Cloud.Jobs.Rows.Where(j => j.Status == 0);

    protected override JsonNode Show(Call call, Job row) => JobAnswer.Of(call.Cloud, row);
}
