using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4007.</summary>
internal sealed class GuestCidrMustNotCoverInfrastructure : Rule
{
    public override string Id => "CNP4007";
    public override string Title => "Guest CIDR must not cover infrastructure";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "Isolated networks take their addresses from the guest CIDR of the zone. A router of such a network looks for every address of that block among its guests, and never reaches a public gateway, a storage server or a host that has one. CloudStack compares the block with the subnets of pods only.";
    public override string Rejected => "Guest CIDR 10.0.0.0/16, NFS server 10.0.40.10.";
    public override string Accepted => "Guest CIDR 10.200.0.0/16.";
    public override string Cure => "Take a private block in which nothing else lies (one click proposes one). Pods are judged by CNP4004, DNS servers by CNP4013.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Judgement;
    public override Reads Reads => Reads.HostFacts | Reads.Addresses | Reads.Zone | Reads.Kind | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or BasicZone or AdvancedSecurityGroupsZone || !Ipv4Subnet.TryParse(facts.Design.GuestCidr, out var guests))
            yield break;
        var subnets = facts.Addresses.Where(a => a.Kind is "public" or "storage" && a.Subnet is { } s && s.Overlaps(guests)).DistinctBy(a => (a.Kind, a.Subnet)).ToList();
        var hosts = facts.Hosts.Select(h => h.Device?.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var inside = UsedBetween.Of(facts.UsedAddresses, guests.Range).Where(u => u.Reference.Path is not ("dns1" or "dns2" or "internalDns1" or "internalDns2")).Where(u =>
            CataloguePath.Read(u.Reference.Path) is not { } place || hosts.Contains(place.Device) || facts.Catalogue.Device(place.Device)?.Role is DeviceRoles.ManagementServer or DeviceRoles.Storage).ToList();
        if (subnets.Count + inside.Count == 0)
            yield break;
        var what = subnets.Select(s => $"the {s.Kind} subnet {s.Subnet}").Concat(inside.Select(u => $"{u.Address} of {u.Owner}"));
        yield return Found("guestCidr", $"The guest CIDR {guests} covers {List(what)}.") with
        {
            Objects = [.. subnets.Select(s => s.Reference), .. inside.Select(u => u.Reference)],
            Subjects = [.. inside.Select(u => $"store:{u.Address}")],
            Evidence = [.. inside.Take(20).Select(u => $"{u.Address}: {u.Owner}")],
            Fixes = [.. Fix.Choose("Choose a free block", [.. FreeAddresses.Subnets(facts, guests.PrefixLength).Select(free => Set($"Use {free}", "guestCidr", facts.Design.GuestCidr, free.ToString())), Fix.Ask("Another", "Guest CIDR", "guestCidr", facts.Design.GuestCidr)])],
        };
    }
}
