using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2006.</summary>
internal sealed class IsolationMethodsMustBeSupported : Rule
{
    private static readonly string[] Known = ["VLAN", "VXLAN", "GRE", "L3", "STT", "ODL", "BCF_SEGMENT", "SSP", "VCS", "TF", "NSX", "Netris"];
    private static readonly Dictionary<string, string> Controllers = new() { ["TF"] = "Tungsten Fabric", ["NSX"] = "NSX", ["Netris"] = "Netris" };

    public override string Id => "CNP2006";
    public override string Title => "Isolation methods must be supported";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "unknown or misspelled method"), new("b", Error, Error, RefusedByServer: true, Meaning: "more than one method"),
        new("c", Error, Error, Meaning: "method of a controller"), new("d", Error, Error, Meaning: "method that the bridges of the hosts cannot do"),
        new("e", Warning, Advice, Meaning: "VXLAN with another hypervisor than KVM"),
    ];
    public override string Team => "network";
    public override string Why => "CloudStack stores any text as isolation method and compares it with the names it knows, in part with case: a misspelled method is no method, and the first guest network says so. Tungsten Fabric, NSX and Netris need their controller added to the zone and are refused where their plug-in is missing.";
    public override string Rejected => "Isolation “vxlan”; or VLAN and VXLAN on one physical network.";
    public override string Accepted => "“VXLAN”.";
    public override string Cure => "Take the spelling CloudStack knows (one click), one method for each physical network.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Kind;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Basic zones are made without.
        if (facts.Kind is BasicZone)
            yield break;
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            var (path, methods) = (DesignPath.Of(network, "isolationMethods"), network.IsolationMethods);
            if (methods.Count > 1)
                yield return Found(path, $"{network.Name} has {methods.Count} isolation methods ({string.Join(", ", methods)}); CloudStack takes one.", "b") with { Fixes = [.. Fix.Choose("Choose the one that stays", methods.Distinct().Select(m => new Fix(m, [new FieldEdit(path, Texts(methods), Texts([m]))])))] };
            foreach (var method in methods)
            {
                var known = Known.FirstOrDefault(k => k.Equals(method.Trim(), StringComparison.OrdinalIgnoreCase));
                if (known is not null && known != method)
                    yield return Found(path, $"Isolation method “{method}” of {network.Name} is spelled {known}; CloudStack compares it with case.", "a") with
                    {
                        Fixes = [new($"Write {known}", [new FieldEdit(path, Texts(methods), Texts(methods.Select(m => m == method ? known : m)))])],
                    };
                else if (known is null)
                    yield return Found(path, $"Isolation method “{method}” of {network.Name} is none that CloudStack knows: {string.Join(", ", Known)}.", "a") with
                    {
                        Fixes = [.. Fix.Choose("Choose the isolation method", Known.Select(k => new Fix(k, [new FieldEdit(path, Texts(methods), Texts(methods.Select(m => m == method ? k : m).Distinct()))])))],
                    };
                else if (Controllers.TryGetValue(known, out var controller))
                    yield return Found(path, $"{network.Name} is isolated by {controller}: its controller is no part of a design and has to be added to the zone by hand, and a CloudStack without its plug-in refuses the provider.", "c");
                else if (known is "GRE" or "STT" && facts.HostsOf(Hypervisor.Find("KVM")!).Where(h => !h.UsesOpenVSwitch).ToList() is { Count: > 0 } others)
                {
                    var (native, unknown) = (others.FindAll(h => h.HasProfile), others.FindAll(h => !h.HasProfile));
                    if (native.Count > 0)
                        yield return Found(path, $"{network.Name} is isolated by {known}, which needs Open vSwitch; {List(native.Select(h => h.Name))} {(native.Count == 1 ? "has" : "have")} Linux bridges.", "d") with { Objects = [.. native.Select(h => h.Reference)] };
                    if (unknown.Count > 0)
                        yield return Unverified(path, $"{network.Name} is isolated by {known}, which needs Open vSwitch; whether {List(unknown.Select(h => h.Name))} {(unknown.Count == 1 ? "has" : "have")} it is not documented. Upload the output of “ip -d -j link” and “ovs-vsctl show”.", "d") with { Objects = [.. unknown.Select(h => h.Reference)] };
                }
                else if (known == "VXLAN" && facts.Hypervisors.Where(h => h is not (Kvm or Simulator)).ToList() is { Count: > 0 } elsewhere)
                    yield return Found(path, $"{network.Name} is isolated by VXLAN; nothing says that {List(elsewhere.Select(h => h.Title))} can do it.", "e");
            }
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];
}
