using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3002.</summary>
internal sealed class LabelsMustExistOnEveryHost : LabelPresence
{
    public override string Id => "CNP3002";
    public override string Title => "Labels must exist on every host";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Why => "When a host connects, CloudStack asks it for the Guest, Management and Public labels of every physical network of the zone, whichever cluster uses it. A label says which device inside the physical host a network runs over, so a host that lacks one is refused. VMware and Hyper-V are not asked: there the first NIC that is plugged fails.";
    public override string Rejected => "Guest label cloudbr2; kvm-17 has cloudbr0 and cloudbr1 only. Or the label “cloubr1”, which no host has.";
    public override string Accepted => "All four hosts of the zone have a bridge cloudbr2.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Zone;

    protected override bool Concerns(LabelCell cell) => !cell.Is("Storage");
    protected override string CaseFor(RuleFacts facts) => "";
    protected override string Consequence(string hosts, string label, string hypervisor) => hypervisor switch
    {
        "KVM" => $"{hosts} would be refused with “Can not find network: {label}” at the next connect.",
        "XenServer" or "Ovm3" => $"{hosts} would be refused at the next connect: the network is “not configured on the backend by name {label}”.",
        "VMware" => $"CloudStack does not look before the first NIC is plugged, which then fails with “Unable to find vSwitch{Domain.Zones.Hypervisors.VmwareLabel.SwitchIn(label)}”.",
        _ => $"Nothing would tell before the first instance starts on {hosts}.",
    };

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var finding in base.Judge(facts))
            yield return finding;
        foreach (var hypervisor in facts.Hypervisors.Where(h => !h.HostsAreAdded && !facts.HostsOf(h).Any() && LabelReading.For(h.Key).IsChecked))
            if (facts.Cells.FirstOrDefault(c => c.Hypervisor == hypervisor && c.Label is not null && Concerns(c)) is { } cell)
                yield return Unverified(cell.Path, $"The {hypervisor.Title} hosts of zone {facts.Design.Name} come from its own management and are not in the design: no label was looked for on them. Add them to the cluster from the catalogue to have their switches compared.");
    }
}
