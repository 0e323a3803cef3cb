using System.Globalization;

namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>A VMware label, <c>switch[,vlan[,type]]</c>. A bare name means a standard vSwitch, even when a distributed one has that name.</summary>
/// <param name="Switch">Name of the switch.</param>
/// <param name="Vlan">VLAN 1–4094, or null for untagged. Takes effect only where the network has no VLAN of its own: Management, Storage ranges without VLAN.</param>
/// <param name="Type">vmwaresvs (standard), vmwaredvs (distributed) or nexusdvs; vmwaresvs when left out.</param>
public sealed record VmwareLabel(string Switch, int? Vlan, string Type)
{
    /// <summary>Types CloudStack knows, in any case.</summary>
    public static IReadOnlyList<string> Types { get; } = ["vmwaresvs", "vmwaredvs", "nexusdvs"];

    /// <summary>True for a distributed switch of either maker.</summary>
    public bool IsDistributed => Type != "vmwaresvs";

    /// <summary>The first field, trimmed, whatever follows.</summary>
    public static string SwitchIn(string label) => label.Split(',')[0].Trim();

    /// <summary>Reads a label as CloudStack does when a NIC is plugged.</summary>
    public static bool TryParse(string? text, out VmwareLabel label, out string? problem)
    {
        label = new("", null, "vmwaresvs");
        problem = null;
        var fields = (text ?? "").Split(',').Select(f => f.Trim()).ToArray();
        var type = fields.Length > 2 ? fields[2].ToLowerInvariant() : "";
        int? vlan = null;
        if (fields.Length > 3)
            problem = $"it has {fields.Length} fields, a label has at most three: switch, VLAN, type";
        else if (fields[0].Length == 0)
            problem = "the name of the switch is missing";
        else if (fields.Length > 1 && fields[1].Length > 0 && !TryVlan(fields[1], out vlan))
            problem = $"“{fields[1]}” is no VLAN of 1–4094";
        else if (type.Length > 0 && !Types.Contains(type))
            problem = $"“{fields[2]}” is no switch type; there are vmwaresvs, vmwaredvs and nexusdvs";
        if (problem is not null)
            return false;
        label = new(fields[0], vlan, type.Length == 0 ? "vmwaresvs" : type);
        return true;
    }

    /// <summary>As it is sent: fields that say nothing new are left out.</summary>
    public override string ToString() => (Vlan, Type) switch
    {
        (null, "vmwaresvs") => Switch,
        ({ } vlan, "vmwaresvs") => $"{Switch},{vlan}",
        _ => $"{Switch},{Vlan},{Type}",
    };

    private static bool TryVlan(string text, out int? vlan)
    {
        vlan = text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : null;
        return vlan is not null;
    }
}
