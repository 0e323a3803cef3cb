using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// Switches, routers and the links between them. Asked for a set of VLANs it cuts the set where links begin or cease to carry, so that all VLANs of a part
/// behave alike (no VLAN is looked at alone), and says for each part which boxes are one L2 domain.
/// </summary>
public sealed class SwitchFabric
{
    private readonly Dictionary<Device, int> _numbers = [];
    private readonly Dictionary<SwitchLink, int> _links = new(ReferenceEqualityComparer.Instance);
    private readonly List<VlanSet> _carried;
    private readonly HashSet<(Device A, Device B)> _linked;
    private readonly Dictionary<VlanSet, IReadOnlyList<VlanDomain>> _domains = [];
    private readonly Dictionary<VlanSet, Passing[]> _passing = [];
    private readonly (int A, int B)[] _ends;
    private readonly Lock _gate = new();

    internal SwitchFabric(CatalogueFacts facts)
    {
        var links = new List<SwitchLink>();
        var linked = new HashSet<Device>();
        var open = new HashSet<Device>();
        var met = new HashSet<(Guid, Guid)>();
        foreach (var device in facts.Snapshot.Devices.Where(Forwards))
        {
            _numbers[device] = _numbers.Count;
            foreach (var port in device.Interfaces.Where(i => i is { Kind: InterfaceKind.Physical, ManagementOnly: false } && facts.Index.CablesAt(i).Count > 0))
            {
                var path = facts.PathFrom(port);
                if (path.End is null)
                    open.Add(device);
                else if (path.End.Device != device && Forwards(path.End.Device))
                {
                    linked.Add(device);
                    linked.Add(path.End.Device);
                    if (!met.Contains((path.End.Port.Id, port.Id)) && met.Add((port.Id, path.End.Port.Id)))
                        links.Add(new SwitchLink(path.Start, path.End, path, facts.VlansOf(port), facts.VlansOf(path.End.Port)));
                }
            }
        }
        Links = links;
        for (var i = 0; i < links.Count; i++)
            _links[links[i]] = i;
        _ends = [.. links.Select(l => (_numbers[l.A.Device], _numbers[l.B.Device]))];
        Undocumented = _numbers.Keys.Where(d => !linked.Contains(d) || open.Contains(d)).ToHashSet();
        _linked = links.Select(l => (l.A.Device, l.B.Device)).ToHashSet();
        _carried = [.. links.Select(l => l.Carried).OfType<VlanSet>().Distinct()];
    }

    /// <summary>Links between boxes that forward.</summary>
    public IReadOnlyList<SwitchLink> Links { get; }

    /// <summary>Boxes whose links nobody documented, or not to their end: what hangs on them may be connected to anything.</summary>
    public IReadOnlySet<Device> Undocumented { get; }

    /// <summary>True when a link joins two of some boxes.</summary>
    internal bool HasLinkAmong(IReadOnlyList<Device> boxes) => boxes.Any(a => boxes.Any(b => _linked.Contains((a, b))));

    /// <summary>True for a box that forwards frames: a switch, a router, or one of unknown role that is no host, panel, power strip or server.</summary>
    public static bool Forwards(Device device) => device.LogicalHost is null
        && device.Role is not (DeviceRoles.Hypervisor or DeviceRoles.PatchPanel or DeviceRoles.Pdu or DeviceRoles.Storage or DeviceRoles.ManagementServer);

    /// <summary>L2 domains for the VLANs of a set, one entry per part that behaves alike.</summary>
    public IReadOnlyList<VlanDomain> Domains(VlanSet within)
    {
        lock (_gate)
            return _domains.TryGetValue(within, out var known) ? known : _domains[within] = [.. Parts(within).Select(part => Domain(part, null, null))];
    }

    /// <summary>The domain of a part with some boxes or links out of service; the part must behave alike (see <see cref="Domains"/>).</summary>
    internal VlanDomain Domain(VlanSet part, IReadOnlySet<Device>? withoutDevices, IReadOnlySet<SwitchLink>? withoutLinks)
    {
        var (sure, maybe) = (new int[_numbers.Count + 1], new int[_numbers.Count + 1]);
        for (var i = 0; i < sure.Length; i++)
            sure[i] = maybe[i] = i;
        var unknown = _numbers.Count;
        var routed = new List<(Device Router, int Peer)>();
        var passing = PassingOf(part);
        for (var i = 0; i < Links.Count; i++)
        {
            var link = Links[i];
            if (passing[i] == Passing.No)
                continue;
            if (withoutLinks?.Contains(link) == true || withoutDevices?.Contains(link.A.Device) == true || withoutDevices?.Contains(link.B.Device) == true)
                continue;
            var (a, b) = _ends[i];
            if (passing[i] == Passing.IntoRouter)
                routed.Add(link.A.Device.Role == DeviceRoles.Router ? (link.A.Device, b) : (link.B.Device, a));
            else
                Join(maybe, a, b);
            if (passing[i] == Passing.Yes)
                Join(sure, a, b);
        }
        foreach (var device in Undocumented.Where(d => withoutDevices?.Contains(d) != true))
            Join(maybe, _numbers[device], unknown);
        for (var i = 0; i < sure.Length; i++)
            (sure[i], maybe[i]) = (Top(sure, i), Top(maybe, i));
        return new VlanDomain(part, _numbers, sure, maybe, routed.ToLookup(r => r.Router, r => r.Peer));
    }

    /// <summary>True when a link carries the VLANs of a part, or may.</summary>
    internal bool MayPass(VlanSet part, SwitchLink link) => PassingOf(part)[_links[link]] != Passing.No;

    private Passing[] PassingOf(VlanSet part)
    {
        lock (_gate)
            return _passing.TryGetValue(part, out var known) ? known : _passing[part] = [.. Links.Select(l => PassingOf(l, part.Highest))];
    }

    private static Passing PassingOf(SwitchLink link, int vlan)
    {
        if (link.Carried is { } carried)
            return carried.Contains(vlan) ? Passing.Yes : Passing.No;
        // A router does not join what hangs on its ports, unless its ports are described as those of a switch.
        if (link.A.Device.Role == DeviceRoles.Router || link.B.Device.Role == DeviceRoles.Router)
            return (link.A.Device.Role == DeviceRoles.Router ? link.VlansB : link.VlansA).Passes(vlan) ?? true ? Passing.IntoRouter : Passing.No;
        return Passing.Perhaps;
    }

    private enum Passing
    {
        No, Yes, Perhaps, IntoRouter,
    }

    private List<VlanSet> Parts(VlanSet within)
    {
        var parts = within.IsEmpty ? [] : new List<VlanSet> { within };
        foreach (var carried in _carried)
            parts = [.. parts.SelectMany(p => new[] { p.Intersect(carried), p.Except(carried) }).Where(p => !p.IsEmpty)];
        return parts;
    }

    private static int Top(int[] parents, int item)
    {
        while (parents[item] != item)
            item = parents[item] = parents[parents[item]];
        return item;
    }

    private static void Join(int[] parents, int a, int b) => parents[Top(parents, a)] = Top(parents, b);
}
