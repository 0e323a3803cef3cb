using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>A file of <c>/proc/net/bonding</c>: mode, LACP rate, and the members with their own MAC addresses and speeds.</summary>
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
        string? member = null;
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
            switch (line.Split(':')[0])
            {
                case "Bonding Mode":
                    reading.Say(bond, "bondMode", Mode(value), i + 1);
                    break;
                case "LACP rate":
                    reading.Say(bond, "lacpFast", value == "fast" ? "true" : "false", i + 1);
                    break;
                case "Slave Interface":
                    member = value;
                    reading.Draft.Say(RecordKey.Interface(reading.Device, member), "kind", nameof(InterfaceKind.Physical), reading.Source(i + 1) with { Weight = SourceWeight.Stamped }, reading.Log);
                    reading.Say(member, "bond", bond, i + 1);
                    break;
                case "Permanent HW addr" when member is not null:
                    reading.Say(member, "mac", value, i + 1);
                    break;
                case "Speed" when member is not null && value.EndsWith(" Mbps", StringComparison.Ordinal):
                    reading.Say(member, "speed", value[..^5], i + 1);
                    break;
            }
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
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
