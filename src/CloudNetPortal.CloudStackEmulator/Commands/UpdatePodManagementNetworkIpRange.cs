using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>CS-523: every refusal is 530. A change that both adds and drops addresses only adds.</summary>
internal sealed class UpdatePodManagementNetworkIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var pod = call.Row<Pod>("podid")!;
        if (pod.Removed)
            throw Refusal.State($"Unable to find pod by ID: {pod.Number}");
        string start = call.Text("currentstartip")!, end = call.Text("currentendip")!;
        if (call.Filled("newstartip") is null && call.Filled("newendip") is null)
            throw Refusal.State("Either new starting IP address or new ending IP address must be specified");
        string newStart = call.Filled("newstartip") ?? start, newEnd = call.Filled("newendip") ?? end;
        if (newStart == start && newEnd == end)
            throw Refusal.State("New starting and ending IP address are the same as current starting and ending IP address");
        var range = pod.Ranges?.Find(r => r.Start == start && r.End == end) ?? throw Refusal.State($"The input IP range: {start}-{end} of pod: {pod} is not present. Please input an existing range.");
        if (pod.Ranges!.Find(r => r != range && Ipv4.RangesOverlap(newStart, newEnd, r.Start, r.End)) is { } other)
            throw Refusal.State($"The Start and End IP address range: ({newStart}-{newEnd}) overlap with the pod IP range: {other.Start}-{other.End}");
        if (call.Cloud.SystemVms.Present.Any(v => v.PodId == pod.Id && v.PrivateIp is { } ip && Inside(ip, start, end) && !Inside(ip, newStart, newEnd)))
            throw Refusal.State("The IP range does not contain some IP addresses that have already been taken. Please adjust your IP range to include all IP addresses already taken.");
        var adds = Ipv4.Read(newStart) < Ipv4.Read(start) || Ipv4.Read(newEnd) > Ipv4.Read(end);
        if (adds && Ipv4.Read(newStart) > Ipv4.Read(start))
            newStart = start;
        if (adds && Ipv4.Read(newEnd) < Ipv4.Read(end))
            newEnd = end;
        pod.Ranges[pod.Ranges.IndexOf(range)] = range with { Start = newStart, End = newEnd };
        call.Cloud.Log("MANAGEMENT.IP.RANGE.UPDATE", "Successfully completed Updating pod management IP range", pod, call.Now);
        return Done();
    }

    private static bool Inside(string address, string start, string end) => Ipv4.Read(address) >= Ipv4.Read(start) && Ipv4.Read(address) <= Ipv4.Read(end);
}
