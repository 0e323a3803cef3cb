using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class DedicationRules
{
    /// <summary>CS-1503: the account named, or null when the whole domain is meant.</summary>
    public static string? Account(Call call) => call.Filled("account") is not { } name ? null
        : call.Cloud.Accounts.FirstOrDefault(a => a.Text("name") == name)?.Id ?? throw Refusal.Value($"Unable to find the account by name {name}, please specify a valid account");

    /// <summary>True for a resource that is kept for one account; one kept for the domain leaves room for others of the domain.</summary>
    public static bool BelongsToAnAccount(CloudState cloud, CloudObject resource) =>
        cloud.ZoneDedications.Present.Any(d => d.ZoneId == resource.Id && d.AccountId is not null) || cloud.ResourceDedications.Present.Any(d => d.ResourceId == resource.Id && d.AccountId is not null);

    /// <summary>CS-1501: nothing below a zone may be kept for somebody else.</summary>
    public static void NothingBelow(CloudState cloud, Zone zone, string? accountId)
    {
        foreach (var dedication in cloud.ResourceDedications.Present.Where(d => d.AccountId != accountId))
        {
            if (cloud.Pods.FindPresent(dedication.ResourceId) is { } pod && pod.ZoneId == zone.Id)
                throw Refusal.State($"Pod {pod} under this Zone {zone} is dedicated to different account/domain");
            if (cloud.Clusters.FindPresent(dedication.ResourceId) is { } cluster && cluster.ZoneId == zone.Id)
                throw Refusal.State($"Cluster {cluster} under this Zone {zone} is dedicated to different account/domain");
            if (cloud.Hosts.FindPresent(dedication.ResourceId) is { } host && host.ZoneId == zone.Id)
                throw Refusal.State($"Host {host} under this Zone {zone} is dedicated to different account/domain");
        }
    }
}
