using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Text output of <c>ip link</c> and <c>ip addr</c>, with or without details (-d) and statistics (-s).</summary>
public sealed partial class IpTextImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ip-text";
    /// <inheritdoc/>
    public override string Title => "ip link or ip addr (text)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Header().IsMatch(file.Text) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var all = new List<LinkFacts>();
        var lines = reading.File.Text.Split('\n');
        var detailed = false;
        // FRR tells of the same devices before or after, when both were taken in one go.
        var isRouter = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
                continue;
            if (Router().IsMatch(line))
                isRouter = true;
            else if (Header().Match(line) is { Success: true } header)
            {
                isRouter = false;
                var facts = new LinkFacts(header.Groups["name"].Value, i + 1)
                {
                    Parent = header.Groups["parent"].Success ? header.Groups["parent"].Value : null,
                    Flags = header.Groups["flags"].Value.Split(','),
                };
                var words = header.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                facts.Mtu = After(words, "mtu");
                facts.Master = After(words, "master");
                all.Add(facts);
            }
            else if (!isRouter && (all.Count == 0 || !Detail(line, all[^1], ref detailed)))
                reading.NotUnderstood(i + 1, line.Trim());
        }
        foreach (var facts in all)
        {
            reading.Rows++;
            if (facts.Say(reading, detailed, all.Find(l => l.Name == facts.Master)))
                reading.Ok++;
        }
        if (all.Count > 0 && !reading.Log.HasErrors)
            reading.Draft.ObservedDevices.Add(reading.Device);
    }

    private static bool Detail(string line, LinkFacts facts, ref bool detailed)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case ['l', 'i', 'n', 'k', '/', .. var type]:
                facts.LinkType = type;
                facts.Address = words.Length > 1 && words[1].Length == 17 ? words[1] : null;
                facts.PermanentAddress = After(words, "permaddr");
                // Only -d prints promiscuity.
                detailed |= words.Contains("promiscuity");
                return true;
            case "inet" or "inet6" when words.Length > 1:
                // A peer address stands with the prefix length: inet 10.0.0.1 peer 10.0.0.2/32.
                facts.Addresses.Add(words[1].Contains('/') ? words[1] : words[1] + "/" + (After(words, "peer")?.Split('/') is [_, var length] ? length : words[0] == "inet" ? "32" : "128"));
                return true;
            case "bond_slave" or "bridge_slave" or "team_slave" or "openvswitch_slave" or "vrf_slave":
                facts.MasterDriver = words[0][..^6];
                facts.PermanentAddress = After(words, "perm_hwaddr") ?? facts.PermanentAddress;
                if (words[0] == "bond_slave")
                    facts.Member = new MemberFacts(After(words, "state") is { } state ? state == "ACTIVE" : null, After(words, "ad_aggregator_id"), After(words, "ad_actor_oper_port_state"), null);
                return true;
            case "bond":
                facts.Driver = "bond";
                facts.BondMode = After(words, "mode");
                facts.LacpRate = After(words, "lacp_rate") ?? After(words, "ad_lacp_rate");
                facts.Aggregator = After(words, "ad_aggregator");
                return true;
            case "bridge":
                facts.Driver = "bridge";
                facts.FiltersVlans = After(words, "vlan_filtering") is { } filtering ? filtering == "1" : null;
                return true;
            case "vlan":
                facts.Driver = "vlan";
                facts.VlanId = After(words, "id");
                return true;
            case "alias":
                facts.Alias = line.Trim()["alias".Length..].Trim();
                return true;
            case "veth" or "tun" or "vxlan" or "dummy" or "macvlan" or "macvtap" or "ipvlan" or "openvswitch" or "vrf" or "gre" or "gretap" or "sit" or "ipip" or "wireguard" or "team" or "ifb" or "nlmon" or "geneve":
                facts.Driver = words[0];
                return true;
            case "valid_lft" or "RX:" or "TX:" or "altname" or "vf" or "link-netns" or "link-netnsid" or "prog/xdp" or "numtxqueues" or "promiscuity" or "ad_partner_oper_port_state" or "ad_actor_oper_port_state" or "parentbus":
                return true;
            default:
                // Counters below RX: and TX: are rows of numbers.
                return words.All(w => long.TryParse(w, out _));
        }
    }

    private static string? After(string[] words, string word) => Array.IndexOf(words, word) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;

    [GeneratedRegex(@"^\d+: (?<name>[^\s:@]+)(@(?<parent>[^\s:]+))?: <(?<flags>[^>]*)> (?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^Interface \S+ is (up|down)(, line protocol is (up|down))?$")]
    private static partial Regex Router();
}
