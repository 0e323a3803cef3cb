using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>Judges whether labels are on every host; what differs is which traffic types, and what happens to a host without the label.</summary>
internal abstract class LabelPresence : Rule
{
    public override string Team => "compute";
    public override string Cure => "Take the near name where a label is misspelled; plan the bridge on the host where it is missing (one click when the uplink of the other hosts is free there), or make it on the host with the commands shown.";

    /// <summary>True for the cells the rule judges.</summary>
    protected abstract bool Concerns(LabelCell cell);
    /// <summary>Case of the findings.</summary>
    protected abstract string CaseFor(RuleFacts facts);
    /// <summary>What happens to the hosts without it.</summary>
    protected abstract string Consequence(string hosts, string label, string hypervisor);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Guest and Public often share a label: one bridge, one finding.
        foreach (var group in facts.LabelRows.Where(r => r.Cell.Label is not null && Concerns(r.Cell)).GroupBy(r => (r.Cell.Hypervisor, r.Cell.Label)))
        {
            var row = group.First();
            var (hypervisor, label) = (row.Cell.Hypervisor.Key, row.Cell.Label!);
            var cells = string.Join("; ", group.Select(r => $"{r.Cell.Traffic.Type} on {r.Cell.Network.Name}"));
            var missing = row.Missing.Where(r => !r.IsWrongKind).ToList();
            if (missing.Count > 0)
            {
                var (absent, bare) = (List(missing.Where(m => !m.LacksNic).Select(m => m.Host.Name)), List(missing.Where(m => m.LacksNic).Select(m => m.Host.Name)));
                var text = string.Join(' ', new[] { absent == "none" ? "" : $"missing on {absent}. {Consequence(absent, label, hypervisor)}", bare == "none" ? "" : $"{(absent == "none" ? "on" : "On")} {bare} it has no NIC (PIF), so nothing would leave the host." }.Where(p => p.Length > 0));
                var known = row.Resolutions.Count - row.Unknown.Count();
                yield return Found(row.Cell.Path, $"Label {label} ({cells}, {hypervisor}) exists on {row.Found.Count()} of {known} {hypervisor} hosts of zone {facts.Design.Name}; {text}", CaseFor(facts)) with
                {
                    // How many hosts have it does not make it worse.
                    Values = $"{label} {hypervisor}",
                    Objects = [.. missing.Select(m => m.Host.Reference)],
                    Subjects = [.. missing.Select(m => $"label:{label}@{m.Host.Host.Id}")],
                    Evidence = [.. missing.Take(20).Select(m => $"{m.Host.Name} has {List(LabelReading.For(hypervisor).NamesOn(m.Host))}" + (m.NearName is { } near ? $"; nearest: {near}" : ""))],
                    Fixes = [.. Fixes([.. group], missing)],
                };
            }
            var unknown = row.Unknown.ToList();
            if (unknown.Count > 0)
                yield return Unverified(row.Cell.Path, $"Label {label} ({cells}, {hypervisor}): not known whether {Count(unknown.Count, "host")} ({List(unknown.Select(u => u.Host.Name))}) {(unknown.Count == 1 ? "has" : "have")} it{(unknown.Count < row.Resolutions.Count ? $"; {row.Resolutions.Count - unknown.Count} of {row.Resolutions.Count} hosts verified" : "")}. {(hypervisor == "KVM" ? "Upload the output of “ip -d -j link” of these hosts, or document their bridges in the catalogue." : "Document their networks in the catalogue.")}{(unknown.Exists(u => u.Host.Device is { Status: LifeCycle.Planned }) ? " Planned hosts are looked at again before a push." : "")}", CaseFor(facts)) with
                {
                    Values = $"{label} {hypervisor}",
                    Objects = [.. unknown.Select(m => m.Host.Reference)],
                    Subjects = [.. unknown.Select(m => $"label:{label}@{m.Host.Host.Id}")],
                };
        }
    }

    private static IEnumerable<Fix> Fixes(List<LabelRow> rows, List<LabelResolution> missing)
    {
        var (cell, label) = (rows[0].Cell, rows[0].Cell.Label!);
        var near = missing.Select(m => m.NearName).Distinct().ToList();
        // Taking the near name heals only when no host has the label as it is written.
        if (near is [{ } name] && !rows[0].Found.Any())
            yield return new Fix($"Use {name} as label", [.. rows.Select(r => FieldEdit.Text(r.Cell.Path, label, cell.Hypervisor.Key == "VMware" ? name + label[Domain.Zones.Hypervisors.VmwareLabel.SwitchIn(label).Length..] : name))]);
        if (cell.Hypervisor.Key != "KVM")
        {
            yield return new Fix($"Make {label} on {List(missing.Select(m => m.Host.Name))}", Manual: cell.Hypervisor.Key == "XenServer"
                ? $"xe network-param-set uuid=NETWORK name-label=\"{label}\"" : cell.Hypervisor.Key == "Ovm3" ? $"Make a network named {label} in the server pool, then upload the host's data again."
                : $"Add a virtual switch named {label} with an uplink in the management client of the hypervisor, then upload the host's data again.");
            yield break;
        }
        // The uplink the other hosts use is the one to build on, where this host has it and nothing else is on it.
        var usual = rows[0].Found.Select(f => (f.VlanBelow ?? f.Uplink)?.Name).OfType<string>().GroupBy(n => n).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        var ready = usual is null ? [] : missing.Where(m => CatalogueIndex.Named(m.Host.Device!, usual) is { BridgeId: null, BondId: null } && CatalogueIndex.Named(m.Host.Device!, label) is null).ToList();
        if (ready.Count > 0)
            yield return new Fix($"Plan bridge {label} on {usual} of {List(ready.Select(m => m.Host.Name))}", CatalogueEdits: [.. ready.Select(m => new CatalogueEdit.AddBridge(m.Host.Device!.Name, label, usual!))]);
        var device = usual ?? "UPLINK";
        yield return new Fix($"Make {label} on the host", Manual: missing[0].Host.UsesOpenVSwitch
            ? $"ovs-vsctl add-br {label} && ovs-vsctl add-port {label} {device}"
            : $"nmcli con add type bridge con-name {label} ifname {label} stp no ipv4.method disabled ipv6.method disabled\nnmcli con mod {device} connection.controller {label} connection.port-type bridge\nnmcli con up {label}\nsystemctl restart cloudstack-agent   # the agent looks for bridges when it starts");
    }
}
