using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4015.</summary>
internal sealed class ManagementCidrMustCoverTheServers : Rule
{
    public override string Id => "CNP4015";
    public override string Title => "Management CIDR must cover the servers";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "The setting management.network.cidr tells a secondary storage VM which addresses lie behind the gateway of its pod. A management server outside it is looked for over the public NIC and never found: the VM stays in Connecting.";
    public override string Rejected => "Setting 10.0.0.0/24, management server 10.0.5.4.";
    public override string Accepted => "Setting 10.0.0.0/16.";
    public override string Cure => "Set management.network.cidr to a block that holds all management servers; the value is proposed. Management servers are the devices of the catalogue with that role.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Catalogue | Reads.Cloud | Reads.Clock | Reads.Pack;

    private const string Setting = "management.network.cidr";

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone)
            yield break;
        var planned = facts.Design.GlobalSettings.Find(s => s is { Name: Setting, Apply: true });
        var path = planned is null ? "globalSettings" : $"globalSettings/{planned.Id}/value";
        var servers = facts.Input.Catalogue.Devices.Where(d => d.Role == DeviceRoles.ManagementServer).SelectMany(d => CatalogueIndex.AddressesOf(d).Select(a => (Device: d, a.Address))).ToList();
        var value = facts.Setting(Setting);
        if (value is not null && !value.Split(',').All(v => Ipv4Subnet.TryParse(v.Trim(), out _)))
        {
            yield return Found(path, $"{Setting} is “{value}”, which is no CIDR such as 10.0.0.0/16.");
            yield break;
        }
        if (value is null || servers.Count == 0)
        {
            yield return Unverified(path, $"Whether {Setting} covers the management servers is not known: {(value is null ? "the settings of the cloud were not read" : "the catalogue has no device with the role management-server")}{(value is null && servers.Count == 0 ? ", and the catalogue has no device with the role management-server" : "")}. {(value is null ? "Read the cloud" : "Document the management servers with their addresses")}.");
            yield break;
        }
        var blocks = value.Split(',').Select(v => Ipv4Subnet.TryParse(v.Trim(), out var block) ? block : default).ToList();
        var outside = servers.Where(s => !blocks.Exists(b => b.Contains(s.Address))).ToList();
        if (outside.Count == 0)
        {
            var silent = facts.Input.Catalogue.Devices.Where(d => d.Role == DeviceRoles.ManagementServer && servers.TrueForAll(s => s.Device != d)).ToList();
            if (silent.Count > 0)
                yield return Unverified(path, $"{Setting} covers {servers.Select(s => s.Device).Distinct().Count()} of {servers.Select(s => s.Device).Distinct().Count() + silent.Count} management servers; {List(silent.Select(d => d.Name))} {(silent.Count == 1 ? "has" : "have")} no documented address.") with { Objects = [.. silent.Select(d => new ObjectRef("device", d.Name, CataloguePath.Of(d)))] };
            else if (planned is null && facts.Input.Cloud is { } cloud && facts.Input.Now - cloud.ReadAt > facts.Input.Pack.LiveDataMaxAge)
                yield return Unverified(path, $"{Setting} was in order on {cloud.ReadAt:yyyy-MM-dd}, more than {facts.Input.Pack.LiveDataDays} days ago. Read the cloud again.");
            yield break;
        }
        var (low, high) = (servers.Min(s => s.Address.Value), servers.Max(s => s.Address.Value));
        var needed = Ipv4Subnet.Holding(new Ipv4(low), Math.Min(24, System.Numerics.BitOperations.LeadingZeroCount(low ^ high)));
        yield return Found(path, $"{Setting} is {value} and does not cover {List(outside.Select(o => $"{o.Device.Name} ({o.Address})"))}{(planned is null && facts.Input.Cloud is { } read && facts.Input.Now - read.ReadAt > facts.Input.Pack.LiveDataMaxAge ? $" (as of {read.ReadAt:yyyy-MM-dd})" : "")}.") with
        {
            Objects = [.. outside.Select(o => new ObjectRef("device", o.Device.Name, CataloguePath.Of(o.Device)))],
            Fixes = [planned is null ? new Fix($"Set it to {needed}", Manual: $"updateConfiguration name={Setting} value={needed}\nthen restart the management servers") : Set($"Set it to {needed}", path, planned.Value, needed.ToString())],
        };
    }
}
