using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>A file of <c>/proc/net/bonding</c>: mode, LACP rate, and the members with their own MAC addresses, speeds, links and what LACP says of them.</summary>
public sealed class BondingImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "proc-bonding";
    /// <inheritdoc/>
    public override string Title => "/proc/net/bonding";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <summary>After the interface lists: the file does not say the name of its bond, its members do.</summary>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("Bonding Mode:", StringComparison.Ordinal) ? 0.98 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var lines = reading.File.Text.Split('\n');
        var members = lines.Where(l => l.StartsWith("Slave Interface:", StringComparison.Ordinal)).Select(Value).ToList();
        var bond = members.Select(m => reading.Draft.Find(RecordKey.Interface(reading.Device, m))?["bond"]).FirstOrDefault(b => b is not null) ?? NameFromFile(reading.File);
        reading.Say(bond, "kind", nameof(InterfaceKind.Bond));
        var (mode, inUse, active) = ((string?)null, (string?)null, (string?)null);
        Member? member = null;
        var found = new List<Member>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
                continue;
            if (!line.Contains(':') && line.Trim() != "802.3ad info")
            {
                reading.NotUnderstood(i + 1, line.Trim());
                continue;
            }
            reading.Rows++;
            var before = reading.Log.Problems.Count;
            var value = Value(line);
            switch (line.Split(':')[0].Trim())
            {
                case "Bonding Mode":
                    mode = Mode(value);
                    reading.Say(bond, "bondMode", mode, i + 1);
                    break;
                case "LACP rate":
                    reading.Say(bond, "lacpFast", value == "fast" ? "true" : "false", i + 1);
                    break;
                case "Currently Active Slave":
                    active = value;
                    break;
                case "Aggregator ID" when member is null:
                    inUse = value;
                    break;
                case "Slave Interface":
                    found.Add(member = new Member(value, i + 1));
                    reading.Draft.Say(RecordKey.Interface(reading.Device, value), "kind", nameof(InterfaceKind.Physical), reading.Source(i + 1) with { Weight = SourceWeight.Stamped }, reading.Log);
                    reading.Say(value, "bond", bond, i + 1);
                    break;
                case "MII Status" when member is not null:
                    member.HasLink = value == "up";
                    break;
                case "Permanent HW addr" when member is not null:
                    reading.Say(member.Name, "mac", value, i + 1);
                    break;
                case "Speed" when member is not null && value.EndsWith(" Mbps", StringComparison.Ordinal):
                    reading.Say(member.Name, "speed", value[..^5], i + 1);
                    break;
                case "Aggregator ID" when member is not null:
                    member.Aggregator = value;
                    break;
                case "details actor lacp pdu" or "details partner lacp pdu" when member is not null:
                    member.SpeaksOfPartner = line.Contains("partner", StringComparison.Ordinal);
                    break;
                case "system mac address" when member is { SpeaksOfPartner: true }:
                    member.Partner = value;
                    break;
                case "port state" when member is { SpeaksOfPartner: false }:
                    member.ActorState = value;
                    break;
            }
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
        foreach (var m in found)
            Say(m, mode, inUse, active, reading);
    }

    private static void Say(Member member, string? mode, string? inUse, string? active, InventoryReading reading)
    {
        reading.Say(member.Name, "link", member.HasLink is { } link ? link ? "true" : "false" : null, member.Line);
        if (member.HasLink != true)
            return;
        var facts = new MemberFacts(mode != nameof(BondMode.ActiveBackup) || active is null or "None" ? null : active == member.Name, member.Aggregator, member.ActorState, member.Partner);
        reading.Say(member.Name, "memberState", facts.State(mode == nameof(BondMode.Lacp), inUse) ?? (mode is null or nameof(BondMode.Lacp) or nameof(BondMode.ActiveBackup) ? null : nameof(MemberState.Active)), member.Line);
    }

    private sealed class Member(string name, int line)
    {
        public string Name { get; } = name;
        public int Line { get; } = line;
        public bool? HasLink { get; set; }
        public string? Aggregator { get; set; }
        public string? ActorState { get; set; }
        public string? Partner { get; set; }
        public bool SpeaksOfPartner { get; set; }
    }

    private static string Value(string line) => line[(line.IndexOf(':') + 1)..].Trim();

    // “IEEE 802.3ad Dynamic link aggregation”, “fault-tolerance (active-backup)”, “load balancing (round-robin)”.
    private static string Mode(string text) =>
        text.Contains("802.3ad", StringComparison.Ordinal) ? nameof(BondMode.Lacp)
        : text.Contains("active-backup", StringComparison.Ordinal) ? nameof(BondMode.ActiveBackup)
        : text.Contains("round-robin", StringComparison.Ordinal) ? nameof(BondMode.BalanceRoundRobin)
        : text.Contains("xor", StringComparison.Ordinal) ? nameof(BondMode.BalanceXor)
        : text.Contains("broadcast", StringComparison.Ordinal) ? nameof(BondMode.Broadcast)
        : text.Contains("transmit load", StringComparison.Ordinal) ? nameof(BondMode.BalanceTlb)
        : text.Contains("adaptive load", StringComparison.Ordinal) ? nameof(BondMode.BalanceAlb) : text;

    private static string NameFromFile(ImportFile file)
    {
        var stem = file.Name.Split('.')[0];
        return stem.StartsWith("proc-", StringComparison.Ordinal) ? stem[5..] : stem;
    }
}
