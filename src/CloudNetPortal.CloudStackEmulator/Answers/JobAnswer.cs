using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class JobAnswer
{
    /// <summary>Hosts and pools tell the job in progress about them, its own result included.</summary>
    public static void AddPending(JsonObject json, CloudState cloud, CloudObject about)
    {
        if (cloud.RunningJobs.Find(j => j.InstanceId == about.Id) is { } job)
        {
            json["jobid"] = job.Id;
            json["jobstatus"] = job.Status;
        }
    }

    public static JsonObject Of(CloudState cloud, Job job)
    {
        var running = job.Status == 0;
        return Json.Of(
            ("accountid", FreshCloud.Admin.Id), ("account", FreshCloud.Admin.Text("name")), ("domainid", FreshCloud.RootDomain.Id), ("domainpath", FreshCloud.RootDomain.Text("path")),
            ("userid", FreshCloud.AdminUserId), ("cmd", job.Class), ("jobprocstatus", 0), ("jobresultcode", job.ResultCode), ("jobresulttype", job.Result is null ? null : "object"),
            ("jobresult", job.Result?.DeepClone()), ("jobinstancetype", job.InstanceType), ("jobinstanceid", job.InstanceId), ("managementserverid", running ? cloud.ManagementServerId : null),
            ("managementservername", running ? "localhost" : null), ("created", ServerFacts.Date(job.Created)), ("completed", job.Completed is { } end ? ServerFacts.Date(end) : null),
            ("jobid", job.Id), ("jobstatus", job.Status));
    }
}
