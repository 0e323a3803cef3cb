using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Pods with their management ranges and storage ranges.</summary>
public sealed class PodsSection : PlanSection
{
    /// <summary>Key of the step that makes a pod.</summary>
    public static string KeyOf(Pod pod) => $"pod/{pod.Id}";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context) => context.Design.Pods.SelectMany(pod => Steps(context, pod));

    private static IEnumerable<PlanStep> Steps(PlanContext context, Pod pod)
    {
        var (key, path, first) = (KeyOf(pod), $"pods/{pod.Id}", context.Kind.IsEdge ? null : pod.ManagementRanges.FirstOrDefault());
        var (gateway, netmask) = context.Kind.IsEdge ? (null, null) : (pod.Gateway, pod.Netmask);
        yield return new PlanStep
        {
            Key = key, Section = "Pods", Title = $"Pod {pod.Name}", DesignPath = path, Command = "createPod", Lane = "pods", LongestSeconds = 120, After = [ZoneSection.Zone],
            Arguments = [PlanArgument.IdOf("zoneid", ZoneSection.Zone), .. Values(("name", pod.Name), ("gateway", gateway), ("netmask", netmask), ("startip", first?.StartIp), ("endip", first?.EndIp))],
            Lookup = new PlanLookup("listPods", [PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.Of("name", pod.Name)], [PlanArgument.Of("name", pod.Name)]) { IgnoreCase = true },
            ReadBack = ById("listPods", key, Expect(path, ("name", pod.Name, "name", Comparison.Exact), ("gateway", gateway, "gateway", Comparison.Exact), ("netmask", netmask, "netmask", Comparison.Exact),
                ("startip", first?.StartIp, $"managementRanges/{first?.Id}/startIp", Comparison.Contains), ("endip", first?.EndIp, $"managementRanges/{first?.Id}/endIp", Comparison.Contains))),
            UndoNote = "deletePod while no address of it is used.",
            Why = "Holds the management addresses of system VMs; one row is written per address.",
        };
        foreach (var range in context.Kind.IsEdge ? [] : pod.ManagementRanges.Skip(1))
            yield return Management(pod, range, key, $"{path}/managementRanges/{range.Id}");
        foreach (var range in pod.StorageRanges)
            yield return Storage(pod, range, key, $"{path}/storageRanges/{range.Id}");
    }

    /// <summary>The step that adds a management range to a pod that is there.</summary>
    internal static PlanStep Management(Pod pod, ManagementRange range) => Management(pod, range, KeyOf(pod), $"pods/{pod.Id}/managementRanges/{range.Id}");

    private static PlanStep Management(Pod pod, ManagementRange range, string podKey, string path) => new()
    {
        Key = $"{podKey}/management/{range.Id}", Section = "Pods", Title = $"Management range {range.StartIp} of {pod.Name}", DesignPath = path,
        Command = "createManagementNetworkIpRange", IsAsync = true, Lane = "pods", LongestSeconds = 120, After = [podKey],
        Arguments =
        [
            PlanArgument.IdOf("podid", podKey),
            .. Values(("gateway", pod.Gateway), ("netmask", pod.Netmask), ("startip", range.StartIp), ("endip", range.EndIp), ("forsystemvms", range.ForSystemVms ? "true" : null), ("vlan", range.Vlan)),
        ],
        Lookup = new PlanLookup("listPods", [PlanArgument.IdOf("id", podKey)], [PlanArgument.Of("startip", range.StartIp), PlanArgument.Of("endip", range.EndIp ?? range.StartIp)]),
        ReadBack = new PlanReadBack("listPods", [PlanArgument.IdOf("id", podKey)], [PlanArgument.IdOf("id", podKey)],
            Expect(path, ("startip", range.StartIp, "startIp", Comparison.Contains), ("endip", range.EndIp, "endIp", Comparison.Contains))),
        Reversibility = Reversibility.OneWay,
        UndoNote = "CloudStack 4.23 fails to delete a management range; only removing the pod removes it.",
    };

    private static PlanStep Storage(Pod pod, StorageRange range, string podKey, string path)
    {
        IReadOnlyList<PlanArgument> match = [PlanArgument.Of("startip", range.StartIp), PlanArgument.Of("endip", string.IsNullOrEmpty(range.EndIp) ? range.StartIp : range.EndIp)];
        return new PlanStep
        {
            Key = $"{podKey}/storage/{range.Id}", Section = "Pods", Title = $"Storage range {range.StartIp} of {pod.Name}", DesignPath = path,
            Command = "createStorageNetworkIpRange", IsAsync = true, Lane = "storage-ranges", After = [podKey],
            Arguments =
            [
                PlanArgument.IdOf("podid", podKey),
                .. Values(("gateway", range.Gateway), ("netmask", range.Netmask), ("startip", range.StartIp), ("endip", range.EndIp),
                    ("vlan", VlanOrUntagged(range.Vlan) is var vlan and not "untagged" ? vlan : null)),
            ],
            Lookup = new PlanLookup("listStorageNetworkIpRange", [PlanArgument.IdOf("podid", podKey)], match),
            ReadBack = new PlanReadBack("listStorageNetworkIpRange", [PlanArgument.IdOf("podid", podKey)], match,
                Expect(path, ("gateway", range.Gateway, "gateway", Comparison.Exact), ("netmask", range.Netmask, "netmask", Comparison.Exact), ("startip", range.StartIp, "startIp", Comparison.Exact),
                    ("endip", range.EndIp, "endIp", Comparison.Exact), ("vlan", VlanOrUntagged(range.Vlan), "vlan", Comparison.Vlan))),
            UndoNote = "deleteStorageNetworkIpRange. It cannot be edited in place.",
            Why = "Gives secondary storage VMs of this pod a NIC of their own; the storage label counts only together with it.",
        };
    }
}
