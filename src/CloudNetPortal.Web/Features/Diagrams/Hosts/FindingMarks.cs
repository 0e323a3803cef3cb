using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Puts findings where they are on the drawing of one host. What the drawing itself sees (a label without its bridge) is marked even before rules have judged.</summary>
internal sealed class FindingMarks(Device device, IReadOnlyList<Finding> findings, Func<Finding, string?>? urlOf = null)
{
    private readonly List<Finding> open = [.. findings.Where(PartProblem.IsShown)];

    /// <summary>Problems of an interface of this host.</summary>
    public IReadOnlyList<PartProblem> Of(string port) => Marks(f => Names(f, device.Name, port));

    /// <summary>Problems of a port at the far end of a cable of this host.</summary>
    public IReadOnlyList<PartProblem> OfFarPort(Device other, Interface port, Interface? lag) =>
        Marks(f => (Names(f, other.Name, port.Name) || lag is not null && Names(f, other.Name, lag.Name)) && Concerns(f));

    public IReadOnlyList<PartProblem> OfLabel(HostPart part, IReadOnlyList<LabelUse> uses)
    {
        var found = Marks(f => Names(f, device.Name, part.Name) || Concerns(f) && uses.Any(u => u.Cell.Path == f.Path));
        if (found.Count > 0 || !part.Missing)
            return found;
        var traffic = TrafficWords.Sorted(uses.Where(u => u.Unused is null).Select(u => u.Traffic));
        var (rule, sentence) = uses[0].Label is null
            ? ("CNP3001", $"{TrafficWords.List(traffic)} of {uses[0].Network} has no label for this hypervisor.")
            : (traffic is ["Storage"] ? "CNP3003" : "CNP3002", $"Label {part.Name} ({TrafficWords.List(traffic)} on {uses[0].Network}) names nothing on {device.Name}.");
        return [new PartProblem(rule, Severity.Error, rule, sentence)];
    }

    private List<PartProblem> Marks(Func<Finding, bool> here) =>
        [.. open.Where(here).Select(f => PartProblem.Of(f, urlOf?.Invoke(f))).DistinctBy(p => (p.RuleId, p.Sentence))];

    private bool Concerns(Finding f) => f.Objects.Any(o => o.Name == device.Name || o.Name.StartsWith(device.Name + " ", StringComparison.Ordinal))
        || f.Path.StartsWith($"devices/{device.Name}/", StringComparison.Ordinal);

    private static bool Names(Finding f, string device, string port) =>
        (f.Path + "/").StartsWith($"devices/{device}/ports/{port}/", StringComparison.Ordinal) || f.Objects.Any(o => o.Name == $"{device} {port}");
}
