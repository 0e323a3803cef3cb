namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Switching the zone on, last of all.</summary>
public sealed class EnableSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        if (!context.Design.EnableZone)
            yield break;
        var hasStorage = context.Design.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null);
        yield return new PlanStep
        {
            Key = "zone/enable", Section = "Enable", Title = $"Enable zone {context.Design.Name}", DesignPath = "enableZone", Command = "updateZone",
            // Tenants must not find a zone that is half there: whatever failed before keeps it disabled.
            After = [.. context.Earlier.Select(s => s.Key)],
            Arguments = [PlanArgument.IdOf("id", ZoneSection.Zone), PlanArgument.Of("allocationstate", "Enabled")],
            ReadBack = ById("listZones", ZoneSection.Zone, [new PlanExpectation("allocationstate", PlanArgument.Of("allocationstate", "Enabled"), Comparison.Exact, "enableZone")]),
            SideEffect = hasStorage ? null : context.Kind.IsEdge ? null : "Adds Storage traffic to the management network with the management labels, because the design has none.",
            UndoNote = "updateZone allocationstate=Disabled; system VMs stay until they are destroyed.",
            Why = "From now on system VMs start and tenants may deploy.",
        };
    }
}
