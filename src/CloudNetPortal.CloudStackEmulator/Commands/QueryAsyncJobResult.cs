using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class QueryAsyncJobResult : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var job = call.Row<Job>("jobid")
            ?? call.Cloud.Jobs.Rows.FindLast(j => j.InstanceId == call.Filled("resourceid") && Equals(j.InstanceType, call.Filled("resourcetype")) && j.Status == 0)
            ?? throw Refusal.Value("Unable to find a job by id null");
        return JobAnswer.Of(call.Cloud, job);
    }
}
