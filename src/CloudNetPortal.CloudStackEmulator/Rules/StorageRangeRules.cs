using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>Storage ranges are compared with the ranges of their own pod and nothing else (CS-606). Every refusal is 530.</summary>
internal static class StorageRangeRules
{
    /// <summary>CS-601.</summary>
    public static void Netmask(string netmask)
    {
        if (!Ipv4.IsNetmask(netmask))
            throw Refusal.State($"Invalid netmask:{netmask}");
    }

    /// <summary>CS-604.</summary>
    public static void ApartFromManagement(Pod pod, string start, string end)
    {
        if (pod.Ranges is null)
            throw Refusal.State("Cannot invoke \"String.split(String)\" because the return value of \"com.cloud.dc.HostPodVO.getDescription()\" is null");
        foreach (var range in pod.Ranges)
        {
            if (UncheckedAddresses.Overlap(start, end, range.Start, range.End))
                throw Refusal.State($"The Storage network Start IP and endIP address range overlap with private IP :{range.Start}:{range.End}");
        }
    }

    /// <summary>CS-605: an existing range is compared with itself, too.</summary>
    public static void ApartFromStorage(CloudState cloud, Pod pod, string start, string end, Race? race = null)
    {
        foreach (var range in cloud.StorageRanges.Present.Where(r => r.PodId == pod.Id && race?.MostlySees(r) != false))
        {
            if (UncheckedAddresses.Overlap(start, end, range.Start, range.End))
                throw Refusal.State($"The Storage network Start IP and endIP address range overlap with private IP :{range.Start} - {range.End}");
        }
    }
}
