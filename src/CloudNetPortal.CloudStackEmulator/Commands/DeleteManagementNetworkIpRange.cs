using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Always fails in version 4.23; every exception is 530.</summary>
internal sealed class DeleteManagementNetworkIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var pod = call.Row<Pod>("podid")!;
        string start = call.Text("startip")!, end = call.Text("endip")!;
        if (!Ipv4.IsValid(start)) // CS-505
            throw Refusal.State("The start address of the IP range is not a valid IP address.");
        if (!Ipv4.IsValid(end))
            throw Refusal.State("The end address of the IP range is not a valid IP address.");
        if (Ipv4.Read(start) > Ipv4.Read(end))
            throw Refusal.State("The start IP address must have a lower value than the end IP address.");
        if (call.Cloud.SystemVms.Present.Any(v => v.PodId == pod.Id && v.PrivateIp is { } ip && Ipv4.Read(ip) >= Ipv4.Read(start) && Ipv4.Read(ip) <= Ipv4.Read(end))) // CS-522
            throw Refusal.State("Some IPs of the range has been allocated, so it cannot be deleted.");
        if (pod.Ranges is null or [])
            throw Refusal.State("The IP range cannot be found. As the existing IP range is empty.");
        var match = pod.Ranges.Find(r => r.Start == start && r.End == end);
        if (match is null) // CS-521
            throw Refusal.State($"The input IP range: {start}-{end} of pod: {pod}is not present. Please input an existing range.");
        if (!call.Cloud.Profile.IsAtLeast(4, 23))
        {
            pod.Ranges.Remove(match);
            return Done();
        }
        throw Refusal.State("Cannot invoke \"String.equals(Object)\" because \"vlan\" is null");
    }
}
