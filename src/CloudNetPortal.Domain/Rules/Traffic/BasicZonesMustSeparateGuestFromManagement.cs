using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2009.</summary>
internal sealed class BasicZonesMustSeparateGuestFromManagement : Rule
{
    public override string Id => "CNP2009";
    public override string Title => "Basic zones must separate guest from management";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "Nothing in a basic zone is separated by VLAN tags, so instances share the wire with whatever has the same NIC. Best practice is Guest on a NIC of its own, apart from Management, which takes at least two NICs per host; different untagged VLANs on the switch then keep both apart. All traffic types on one label is what is advised against most.";
    public override string Rejected => "kvm-01: Guest and Management both on cloudbr0 over eno1.";
    public override string Accepted => "Management on cloudbr0 over eno1, Guest on cloudbr1 over eno2.";
    public override string Cure => "Give Guest a label of its own on a free NIC of every host; cable a second NIC where there is none.";
    public override RuleOrigins Origins => RuleOrigins.Practice;
    public override Reads Reads => Reads.Legs | Reads.Kind;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not BasicZone)
            yield break;
        foreach (var hypervisor in facts.Hypervisors)
        {
            var guest = facts.LabelRows.FirstOrDefault(r => r.Cell.Hypervisor == hypervisor && r.Cell.Is("Guest"));
            var management = facts.LabelRows.FirstOrDefault(r => r.Cell.Hypervisor == hypervisor && r.Cell.Is("Management"));
            if (guest?.Cell.Label is not { } guestLabel || management?.Cell.Label is not { } managementLabel || !LabelReading.For(hypervisor.Key).IsChecked)
                continue;
            var together = facts.HostsOf(hypervisor).Where(h => guestLabel == managementLabel
                || facts.Resolve(h, guestLabel).Legs.Any(l => facts.Resolve(h, managementLabel).Legs.Any(m => m.Id == l.Id))).ToList();
            if (together.Count == 0)
                continue;
            var poor = together.Where(h => h.HasProfile && Nics(h).Count < 2).ToList();
            // One cable in a host whose other NICs have none; a host without any documented cable says nothing.
            var single = together.Except(poor).Where(h => h.HasProfile && Nics(h).Count(n => facts.PathFrom(n).Outcome != PathOutcome.NoCable) == 1).ToList();
            yield return Found(guest.Cell.Path, (guestLabel == managementLabel
                ? $"Guest and Management have the same label {guestLabel} ({hypervisor.Key}): instances share the NICs of Management on {Count(together.Count, "host")}."
                : $"Guest ({guestLabel}) and Management ({managementLabel}) use the same NICs on {List(together.Select(h => h.Name))}.")
                + (poor.Count > 0 ? $" {List(poor.Select(h => h.Name))} {(poor.Count == 1 ? "has" : "have")} one NIC only, so nothing can be separated there: at least two NICs per host are needed." : "")
                + (single.Count > 0 ? $" Of the NICs of {List(single.Select(h => h.Name))} one only has a cable, so nothing can be separated there before a second one is cabled." : "")) with
            {
                Objects = [.. together.Select(h => h.Reference)],
                Fixes =
                [
                    .. Fix.Choose("Choose another label for Guest", HostLabels.For(facts, guest.Cell, name => facts.HostsOf(hypervisor).All(h => facts.Resolve(h, name) is { Legs.Count: > 0 } other && !other.Legs.Any(l => facts.Resolve(h, managementLabel).Legs.Any(m => m.Id == l.Id))))),
                    new("Make a bridge on free NICs", Manual: string.Join("\n", together.Where(h => h.Device is not null).Take(20).Select(h => FreePorts.Spare(facts, h.Device!).Select(p => p.Name).ToList() is { Count: > 0 } free ? $"{h.Name}: a bridge for Guest on {string.Join(" or ", free)}" : $"{h.Name}: no NIC is free; build one in and cable it")) is { Length: > 0 } words ? words : Cure),
                ],
                Evidence = [.. together.Where(h => h.Device is not null).Take(20).Select(h => $"{h.Name}: free NICs {List(FreePorts.Spare(facts, h.Device!).Select(i => i.Name))}")],
            };
        }
    }

    private static List<Interface> Nics(HostFacts host) => host.Device!.Interfaces.FindAll(i => i is { Kind: InterfaceKind.Physical, ManagementOnly: false });
}
