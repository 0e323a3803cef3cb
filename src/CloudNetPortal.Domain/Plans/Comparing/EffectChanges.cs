using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>What calls on objects that are there do besides: VLANs that disappear, settings and details that stay.</summary>
internal static class EffectChanges
{
    public static PlanStep Of(PlanStep step, ZoneSnapshot snapshot) => step switch
    {
        { Command: "updatePhysicalNetwork" } when step.Arguments.FirstOrDefault(a => a.Name == "vlan")?.Text is { } vlans => Vlans(step, vlans, snapshot),
        { Command: "updateZone" } when step.Key.StartsWith("zone/details", StringComparison.Ordinal) || step.Key == "zone/mark" =>
            step with { Reversibility = step.Former.Any(f => f.Value is null) && step.Key != "zone/mark" ? Reversibility.OneWay : Reversibility.Yes, Why = step.Why ?? "Details differ from the design." },
        { Command: "updateZone" } => step with { Why = "The zone is disabled on the cloud." },
        _ => step,
    };

    private static PlanStep Vlans(PlanStep step, string wanted, ZoneSnapshot snapshot)
    {
        if (!VlanSet.TryParse(wanted, out var after, out _, int.MaxValue) || !VlanSet.TryParse(step.Former.FirstOrDefault(f => f.Field == "vlan")?.Value, out var before, out _, int.MaxValue))
            return step;
        var (gone, added) = (before.Except(after), after.Except(before));
        var dedicated = snapshot.Rows("listDedicatedGuestVlanRanges")
            .Where(r => VlanSet.TryParse(FieldPath.Text(r, "guestvlanrange"), out var kept, out _, int.MaxValue) && kept.Overlaps(gone))
            .Select(r => $"{FieldPath.Text(r, "guestvlanrange")} of {FieldPath.Text(r, "account") ?? FieldPath.Text(r, "project")}").ToList();
        return step with
        {
            SideEffect = $"Replaces the whole set {before.ToDisplay()}: {(gone.IsEmpty ? "none disappears" : $"{gone.ToDisplay()} disappear{(gone.Count == 1 ? "s" : "")}")}, {(added.IsEmpty ? "none is new" : $"{added.ToDisplay()} {(added.Count == 1 ? "is" : "are")} new")}."
                + (dedicated.Count == 0 ? "" : $" Dedications lost with them: {string.Join(", ", dedicated)}."),
            Reversibility = dedicated.Count > 0 || before.IsEmpty ? Reversibility.OneWay : Reversibility.Yes,
            UndoNote = before.IsEmpty ? "There were none, and an empty set is never sent." : dedicated.Count > 0 ? "The former set can be sent; dedications have to be made again." : "Send the former set; refused while a VLAN that would disappear is in use.",
            Disturbs = gone.IsEmpty ? null : "CloudStack refuses when a network uses a VLAN that would disappear.",
            Why = "The VLANs on the cloud are not those of the design.",
        };
    }
}
