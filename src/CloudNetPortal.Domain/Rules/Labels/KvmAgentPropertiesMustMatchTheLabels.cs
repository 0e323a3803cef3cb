using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3107.</summary>
internal sealed class KvmAgentPropertiesMustMatchTheLabels : KvmRule
{
    public override string Id => "CNP3107";
    public override string Title => "KVM agent properties must match the labels";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Warning, Meaning: "an empty label makes the set-up write a device the host does not have"),
        new("b", Error, Warning, Meaning: "a host of a running zone keeps other devices"),
    ];
    public override string Why => "Adding a KVM host writes three devices into its agent.properties: private.network.device, public.network.device, guest.network.device. They win over the labels for management and for untagged public and guest traffic, and no later change of a label rewrites them. For an empty label the set-up takes the label of another traffic type, in the end cloudbr0.";
    public override string Rejected => "The Management label was changed to cloudbr9; kvm-01 still has private.network.device=cloudbr0.";
    public override string Accepted => "Both say cloudbr0.";
    public override string Cure => "Name the label, or set it back (one click); on a host that is already added edit agent.properties and restart the agent. For hosts still to be added the values are computed from the labels. For hosts of a zone that is already on the cloud upload their agent.properties; where nobody did, the result is not verified, never good.";
    public override RuleOrigins Origins => RuleOrigins.Host | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Legs | Reads.Zone | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var cells = facts.Cells.Where(c => c.Hypervisor.Key == "KVM").ToList();
        var hosts = cells.Count == 0 ? [] : facts.HostsOf(cells[0].Hypervisor).ToList();
        if (hosts.Count == 0)
            yield break;
        var devices = AgentDevices.Of(facts);
        foreach (var cell in cells.Where(c => !c.Is("Storage")).DistinctBy(c => c.Traffic.Type.ToUpperInvariant()))
        {
            if (cells.Exists(c => c.Is(cell.Traffic.Type) && c.Label is not null))
                continue;
            var (property, written) = devices.For(cell);
            var without = hosts.Where(h => facts.Resolve(h, written).State == LabelState.Missing).ToList();
            if (without.Count > 0)
                yield return Found(cell.Path, $"{cell.Traffic.Type} has no KVM label, so adding a host writes {property}={written}, which {List(without.Select(h => h.Name))} {(without.Count == 1 ? "does" : "do")} not have: its agent would not start.", "a") with
                {
                    Objects = [.. without.Select(h => h.Reference)],
                    Fixes =
                    [
                        .. Fix.Choose($"Choose a label for {cell.Traffic.Type}", HostLabels.For(facts, cell, name => hosts.TrueForAll(h => facts.Resolve(h, name).State != LabelState.Missing))),
                        new("Write it on the hosts", Manual: string.Join("\n", without.Take(20).Select(h => $"{h.Name}: sed -i 's/^{property}=.*/{property}={LabelReading.For("KVM").NamesOn(h).FirstOrDefault() ?? "BRIDGE"}/' /etc/cloudstack/agent/agent.properties && systemctl restart cloudstack-agent"))),
                    ],
                    Evidence = [.. without.Take(20).Select(h => $"{h.Name} has {List(LabelReading.For("KVM").NamesOn(h))}")],
                };
        }
        if (facts.Input.Cloud?.ZoneNames.Contains(facts.Design.Name, StringComparer.OrdinalIgnoreCase) != true)
            yield break;
        var read = hosts.Where(h => h.Device?.LogicalHost is { } own && (own.AgentPrivateDevice ?? own.AgentPublicDevice ?? own.AgentGuestDevice) is not null).ToList();
        foreach (var cell in cells.Where(c => !c.Is("Storage")).DistinctBy(c => c.Traffic.Type.ToUpperInvariant()))
        {
            var (property, written) = devices.For(cell);
            foreach (var kept in read.Select(h => (Host: h, Value: Kept(h.Device!.LogicalHost!, property))).Where(k => k.Value is not null && k.Value != written).GroupBy(k => k.Value))
            {
                var names = kept.Select(k => k.Host.Name).ToList();
                yield return Found(cell.Path, $"{List(names)} {(names.Count == 1 ? "keeps" : "keep")} {property}={kept.Key}, but the label of {cell.Traffic.Type} stands for {written}: the agent goes on using {kept.Key}.", "b") with
                {
                    Objects = [.. kept.Select(k => k.Host.Reference)],
                    Fixes = [new($"Set {property} on the host", Manual: $"On {List(names)}: write {property}={written} into /etc/cloudstack/agent/agent.properties, restart cloudstack-agent, and upload the file again.")],
                };
            }
        }
        if (hosts.Except(read).ToList() is { Count: > 0 } unread)
            yield return Unverified(cells[0].Path, $"Zone {facts.Design.Name} is on the cloud already; whether agent.properties of {Count(unread.Count, "KVM host")} says private.network.device={devices.Private}, public.network.device={devices.Public}, guest.network.device={devices.Guest} was not read. Compare with: grep network.device /etc/cloudstack/agent/agent.properties, or upload that file.", "b") with
            {
                Objects = [.. unread.Select(h => h.Reference)],
            };
    }

    private static string? Kept(LogicalHost host, string property) => property switch
    {
        "private.network.device" => host.AgentPrivateDevice,
        "public.network.device" => host.AgentPublicDevice,
        _ => host.AgentGuestDevice,
    };
}
