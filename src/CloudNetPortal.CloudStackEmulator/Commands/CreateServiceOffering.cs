using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>An offering of a fixed size, or one whose size the user chooses.</summary>
internal sealed class CreateServiceOffering : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        int? cores = call.Number("cpunumber"), speed = call.Number("cpuspeed"), memory = call.Number("memory");
        var customized = call.Flag("customized", absent: cores is null && memory is null);
        if (!customized && (cores is null || memory is null))
            throw Refusal.Value("For creating a custom compute offering cpu and memory all should be null");
        if (memory is < 32)
            throw Refusal.Value($"Failed to create service offering {call.Text("name")}: specify the memory value greater than 32 MB");
        if (cores is <= 0)
            throw Refusal.Value($"Failed to create service offering {call.Text("name")}: specify the cpu number value between 1 and 2147483647");
        var offering = Json.Of(
            ("id", Guid.NewGuid().ToString()), ("name", call.Text("name")), ("displaytext", call.Filled("displaytext") ?? call.Text("name")), ("cpunumber", cores), ("cpuspeed", speed), ("memory", memory),
            ("created", ServerFacts.Date(call.Now)), ("storagetype", call.Filled("storagetype") ?? "shared"), ("provisioningtype", call.Filled("provisioningtype") ?? "thin"), ("offerha", call.Flag("offerha")),
            ("limitcpuuse", call.Flag("limitcpuuse")), ("isvolatile", call.Flag("isvolatile")), ("storagetags", call.Filled("tags")), ("hosttags", call.Filled("hosttags")), ("issystem", call.Flag("issystem")),
            ("defaultuse", false), ("systemvmtype", call.Filled("systemvmtype")), ("networkrate", call.Number("networkrate") ?? 200), ("iscustomized", customized), ("state", "Active"), ("hasannotations", false));
        call.Cloud.ServiceOfferingRows.Put(offering);
        call.Cloud.Log("SERVICE.OFFERING.CREATE", $"Successfully completed creating service offering {call.Text("name")}", null, call.Now);
        return Json.Of(("serviceoffering", offering.DeepClone()));
    }
}
