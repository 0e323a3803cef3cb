using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>CS-736: the checks stand in the server's order.</summary>
internal sealed class DedicatePublicIpRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var range = call.Row<IpRange>("id")!;
        if (range.Removed)
            throw Refusal.Value($"Unable to find vlan by id {range.Number}");
        var account = call.Filled("account");
        if (account is not null && !cloud.Accounts.Any(a => a.Text("name") == account))
            throw Refusal.Value(account == "system" ? "Please specify a valid account. Cannot dedicate IP range to system account" : $"Unable to find account by name {account}");
        if (range.Account is not null)
            throw Refusal.Value("Specified Public IP range has already been dedicated");
        if (range.DomainId is not null)
            throw Refusal.Value("Specified Public IP range has already been dedicated to a domain");
        if (cloud.Zones.Find(range.ZoneId) is { Basic: true })
            throw Refusal.Value("Public IP range can be dedicated to an account only in the zone of type Advanced");
        if (range.ForSystemVms)
            throw Refusal.Value(" Public IP address in range is dedicated to system vms ");
        if (cloud.SystemVms.Present.Any(v => v.IpRangeId == range.Id && v.PublicIp is not null))
            throw Refusal.Value(account is null ? " Public IP address in range is allocated to another domain/account " : " Public IP address in range is allocated to another account ");
        (range.Account, range.DomainId) = (account, call.Row<KnownObject>("domainid")?.Id);
        cloud.Log("VLAN.IP.RANGE.DEDICATE", "Successfully completed dedicating vlan ip range", range, call.Now);
        return Json.Of(("vlan", RangeAnswer.Of(cloud, range)));
    }
}
