using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>Moves the management subnet of a pod to free ones of its size: gateway and ranges keep their place in it.</summary>
internal static class PodMoves
{
    public static IEnumerable<Fix> To(RuleFacts facts, Pod pod, Ipv4Subnet from) => FreeAddresses.Subnets(facts, from.PrefixLength).Select(to => new Fix($"{to} for pod {pod.Name}",
    [
        .. Moved(DesignPath.Of(pod, "gateway"), pod.Gateway, from, to),
        .. pod.ManagementRanges.SelectMany(r => Moved(DesignPath.Of(pod, r, "startIp"), r.StartIp, from, to).Concat(Moved(DesignPath.Of(pod, r, "endIp"), r.EndIp, from, to))),
    ]) { Note = "free; its hosts get other addresses as well" });

    private static IEnumerable<FieldEdit> Moved(string path, string? text, Ipv4Subnet from, Ipv4Subnet to) =>
        Ipv4.TryParse(text, out var address) && from.Contains(address) ? [FieldEdit.Text(path, text, to.Network.Plus((long)address.Value - from.Network.Value).ToString())] : [];
}
