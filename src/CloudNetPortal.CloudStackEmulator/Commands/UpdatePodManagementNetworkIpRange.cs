using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>CS-523: every refusal is 530.</summary>
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
        Valid(start, end);
        Valid(newStart, newEnd);
        if (call.Cloud.SystemVms.Present.Any(v => v.PodId == pod.Id && v.PrivateIp is { } ip && Inside(ip, start, end) && !Inside(ip, newStart, newEnd)))
            throw Refusal.State("The IP range does not contain some IP addresses that have already been taken. Please adjust your IP range to include all IP addresses already taken.");
        var range = Find(pod, start, end, newStart, newEnd);
        pod.Ranges![pod.Ranges.IndexOf(range)] = range with { Start = newStart, End = newEnd };
        call.Cloud.Log("MANAGEMENT.IP.RANGE.UPDATE", "Successfully completed Updating pod management IP range", pod, call.Now);
        return Done();
    }

    private static void Valid(string start, string end)
    {
        if (!Ipv4.IsValid(start))
            throw Refusal.State($"The current start address of the IP range {start} is not a valid IP address.");
        if (!Ipv4.IsValid(end))
            throw Refusal.State($"The current end address of the IP range {end} is not a valid IP address.");
        if (Ipv4.Read(start) > Ipv4.Read(end))
            throw Refusal.State("The start IP address must have a lower value than the end IP address.");
    }

    /// <summary>Only the ranges that stand before the one looked for are compared with the new one.</summary>
    private static ManagementRange Find(Pod pod, string start, string end, string newStart, string newEnd)
    {
        foreach (var range in pod.Ranges ?? [])
        {
            if (range.Start == start && range.End == end)
                return range;
            if (Ipv4.RangesOverlap(newStart, newEnd, range.Start, range.End))
            {
                throw Refusal.State($"The Start and End IP address range: ({newStart}-{newEnd}) overlap with the pod IP range: {range.Start}-{range.End}-{(range.ForSystemVms ? 1 : 0)}-{PublicRangeRules.Value(range.Vlan)}");
            }
        }
        throw Refusal.State($"The input IP range: {start}-{end} of pod: {pod.Number} is not present. Please input an existing range.");
    }

    private static bool Inside(string address, string start, string end) => Ipv4.Read(address) >= Ipv4.Read(start) && Ipv4.Read(address) <= Ipv4.Read(end);
}
