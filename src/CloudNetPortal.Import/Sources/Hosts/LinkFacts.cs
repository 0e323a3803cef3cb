using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>What <c>ip link</c> or <c>ip addr</c> tells about one network device, from JSON or text.</summary>
internal sealed class LinkFacts(string name, int? line)
{
    public string Name { get; } = name;
    public int? Line { get; } = line;
    public string[] Flags { get; set; } = [];
    public string? LinkType { get; set; }
    public string? Driver { get; set; }
    public string? Parent { get; set; }
    public string? Master { get; set; }
    public string? MasterDriver { get; set; }
    public string? Address { get; set; }
    public string? PermanentAddress { get; set; }
    public string? Mtu { get; set; }
    public string? VlanId { get; set; }
    public string? BondMode { get; set; }
    public string? LacpRate { get; set; }
    public bool? FiltersVlans { get; set; }
    public string? Alias { get; set; }
    public List<string> Addresses { get; } = [];
    public MemberFacts? Member { get; set; }
    public string? Aggregator { get; set; }

    /// <summary>Writes it down. <paramref name="detailed"/> tells whether the output was taken with details (-d): without them kinds are concluded from names. <paramref name="master"/> is the bond or bridge it is a member of, when that was in the output.</summary>
    public bool Say(InventoryReading reading, bool detailed, LinkFacts? master = null)
    {
        if (LinkType == "loopback" && Addresses.TrueForAll(a => a.StartsWith("127.", StringComparison.Ordinal) || a is "::1/128"))
            return true;
        var kind = Kind(detailed, out var isSure);
        var key = RecordKey.Interface(reading.Device, Name);
        var source = reading.Source(Line);
        reading.Draft.Say(key, "kind", kind.ToString(), isSure && Driver != "openvswitch" ? source : source with { Weight = SourceWeight.Stamped }, reading.Log);
        var isBondMember = MasterDriver is "bond" or "team" || MasterDriver is null && Flags.Contains("SLAVE");
        var ok = true;
        Put("bond", isBondMember ? Master : null);
        // A routing table (VRF) has members as well; a plain output shows it by its flags alone.
        Put("bridge", Master == "ovs-system" ? null : MasterDriver == "bridge" || !isBondMember && MasterDriver is null && master?.Flags.Contains("NOARP") != true ? Master : null);
        Put("parent", kind is InterfaceKind.Vlan or InterfaceKind.Vxlan && Parent is not null && !Parent.StartsWith("if", StringComparison.Ordinal) ? Parent : null);
        Put("vlan", kind == InterfaceKind.Vlan ? VlanId ?? TrailingNumber() : null);
        Put("bondMode", Mode(BondMode));
        Put("lacpFast", BondMode == "802.3ad" && LacpRate is not null ? LacpRate == "fast" ? "true" : "false" : null);
        Put("mac", kind == InterfaceKind.Physical ? PermanentAddress ?? (isBondMember ? null : Address) : null);
        // Devices without a wire (loop-back, routing tables) have an MTU above what a frame can be.
        Put("mtu", LinkType == "loopback" || kind == InterfaceKind.Virtual && Mtu is { Length: > 4 } ? null : Mtu);
        Put("enabled", Flags.Length == 0 ? null : Flags.Contains("UP") ? "true" : "false");
        // A port that is shut down has no link to speak of.
        var hasLink = kind != InterfaceKind.Physical || !Flags.Contains("UP") ? (bool?)null : Flags.Contains("NO-CARRIER") ? false : Flags.Contains("LOWER_UP") ? true : null;
        Put("link", hasLink is { } link ? link ? "true" : "false" : null);
        Put("memberState", hasLink == true && isBondMember ? Member?.State(master) : null);
        Put("alias", Alias);
        Put("addresses", Addresses.Count == 0 ? null : string.Join(',', Addresses.Where(a => !a.StartsWith("fe80:", StringComparison.OrdinalIgnoreCase))));
        if (FiltersVlans is { } filters)
            reading.Draft.Filtering[(reading.Device, Name)] = filters;
        return ok;

        void Put(string field, string? text) => ok &= reading.Say(Name, field, text, Line);
    }

    /// <summary>The bond mode of a name or number of the bonding driver; unknown ones stay, to be refused with their place.</summary>
    public static string? Mode(string? mode) => mode switch
    {
        null => null,
        "802.3ad" or "4" => nameof(Domain.Catalogue.Ports.BondMode.Lacp),
        "balance-rr" or "0" => nameof(Domain.Catalogue.Ports.BondMode.BalanceRoundRobin),
        "active-backup" or "1" => nameof(Domain.Catalogue.Ports.BondMode.ActiveBackup),
        "balance-xor" or "2" => nameof(Domain.Catalogue.Ports.BondMode.BalanceXor),
        "broadcast" or "3" => nameof(Domain.Catalogue.Ports.BondMode.Broadcast),
        "balance-tlb" or "5" => nameof(Domain.Catalogue.Ports.BondMode.BalanceTlb),
        "balance-alb" or "6" => nameof(Domain.Catalogue.Ports.BondMode.BalanceAlb),
        _ => mode,
    };

    private InterfaceKind Kind(bool detailed, out bool isSure)
    {
        isSure = detailed;
        switch (Driver)
        {
            case "bond" or "team":
                return InterfaceKind.Bond;
            case "bridge":
                return InterfaceKind.Bridge;
            case "vlan":
                return InterfaceKind.Vlan;
            case "vxlan":
                return InterfaceKind.Vxlan;
            case "openvswitch":
                return Name.Contains("br", StringComparison.Ordinal) ? InterfaceKind.OvsBridge : InterfaceKind.Virtual;
            case "veth" when HostDevices.IsNicName(Name):
                return InterfaceKind.Physical;
            case not null:
                return InterfaceKind.Virtual;
        }
        if (LinkType is not (null or "ether" or "infiniband"))
            return InterfaceKind.Virtual;
        if (detailed)
            return InterfaceKind.Physical;
        return Flags.Contains("MASTER") ? InterfaceKind.Bond
            : HostDevices.IsNicName(Name) && TrailingNumber() is null ? InterfaceKind.Physical
            : Parent is not null && TrailingNumber() is not null ? InterfaceKind.Vlan
            : Name.StartsWith("vxlan", StringComparison.Ordinal) ? InterfaceKind.Vxlan
            : Name.StartsWith("vnet", StringComparison.Ordinal) || Name.StartsWith("tap", StringComparison.Ordinal) || Name.EndsWith("-nic", StringComparison.Ordinal) ? InterfaceKind.Virtual
            : Name.StartsWith("br", StringComparison.Ordinal) || Name.StartsWith("cloud", StringComparison.Ordinal) || Name.StartsWith("virbr", StringComparison.Ordinal) || Name.StartsWith("docker", StringComparison.Ordinal) ? InterfaceKind.Bridge
            : Master is null && Parent is null && Name.Contains("bond", StringComparison.Ordinal) ? InterfaceKind.Bond : InterfaceKind.Virtual;
    }

    private string? TrailingNumber() => Name.LastIndexOf('.') is var dot and > 0 && int.TryParse(Name.AsSpan(dot + 1), out var id) && id is >= 1 and <= 4094 ? Name[(dot + 1)..] : null;
}
