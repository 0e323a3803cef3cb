using System.Text;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3004.</summary>
internal sealed class LabelsMustBeWellFormed : Rule
{
    public override string Id => "CNP3004";
    public override string Title => "Labels must be well formed";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "compute";
    public override string Why => "The server stores any text as label. A blank at its end, or a name that Linux cannot have, shows only when a host connects and is refused; a device that CloudStack or libvirt makes itself may be gone at the next start.";
    public override string Rejected => "“cloudbr1 ” with a blank at the end; “cloud0”.";
    public override string Accepted => "“cloudbr1”.";
    public override string Cure => "Trim the blanks (one click), or choose a bridge of the hosts.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var cell in facts.Cells.Where(c => c.Label is not null))
        {
            var label = cell.Label!;
            if (Problem(label, cell.Hypervisor.Key) is not { } problem)
                continue;
            var trimmed = label.Trim();
            yield return Found(cell.Path, $"Label “{label}” ({cell.Title}) {problem}.") with
            {
                Subjects = [.. facts.HostsOf(cell.Hypervisor).Select(h => $"label:{label}@{h.Host.Id}")],
                Fixes = trimmed.Length > 0 && trimmed != label && Problem(trimmed, cell.Hypervisor.Key) is null ? [Set($"Use “{trimmed}”", cell.Path, label, trimmed)]
                    : [.. Fix.Choose("Choose a name of the hosts", [.. HostLabels.For(facts, cell, n => Problem(n, cell.Hypervisor.Key) is null), Fix.Ask("Another", "Label", cell.Path, label)])],
            };
        }
    }

    private static string? Problem(string label, string hypervisor) =>
        label.Any(char.IsControl) ? "contains a control character"
        : label != label.Trim() ? "has a blank at an end"
        : label.Length > 255 ? $"has {label.Length} characters, at most 255 are stored"
        : hypervisor == "XenServer" && label == "cloud_link_local_network" ? "is a network CloudStack makes for itself"
        : hypervisor != "KVM" ? null
        : label.Length > 15 ? $"has {label.Length} characters; a Linux device name has at most 15"
        : Encoding.UTF8.GetByteCount(label) > 15 ? $"has {Encoding.UTF8.GetByteCount(label)} bytes, because some of its letters take two or more; a Linux device name has at most 15"
        : label is "." or ".." || label.Any(c => char.IsWhiteSpace(c) || c is '/' or ':') ? "is a dot, or contains a blank, a slash or a colon, which no Linux device name does"
        : IsMadeByItself(label) ? "is a device that CloudStack or libvirt makes and removes by itself"
        : null;

    private static bool IsMadeByItself(string name)
    {
        if (name == "cloud0" || name.StartsWith("virbr", StringComparison.Ordinal) || Numbered(name, "vnet") || Numbered(name, "brvx-") || Numbered(name, "OVSTunnel"))
            return true;
        // br{uplink}-{VLAN}: the bridge of one guest VLAN. br-guest-1 or bridge-2 are names of people.
        var dash = name.LastIndexOf('-');
        return dash > 2 && name.StartsWith("br", StringComparison.Ordinal) && Numbered(name, name[..(dash + 1)]) && KvmLabels.IsRecognised(name[2..dash]);
    }

    private static bool Numbered(string name, string start) => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) && name.AsSpan(start.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
