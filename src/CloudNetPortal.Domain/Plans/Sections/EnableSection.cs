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
            After = Ends(context.Earlier),
            Arguments = [PlanArgument.IdOf("id", ZoneSection.Zone), PlanArgument.Of("allocationstate", "Enabled")],
            ReadBack = ById("listZones", ZoneSection.Zone, [new PlanExpectation("allocationstate", PlanArgument.Of("allocationstate", "Enabled"), Comparison.Exact, "enableZone")]),
            SideEffect = hasStorage ? null : context.Kind.IsEdge ? null : "Adds Storage traffic to the management network with the management labels, because the design has none.",
            UndoNote = "updateZone allocationstate=Disabled; system VMs stay until they are destroyed.",
            Why = "From now on system VMs start and tenants may deploy.",
        };
        if (context.Options.Waves is not null && !context.Kind.IsEdge && context.Design.SecondaryStorages.Count > 0 && context.Design.Pods.Exists(p => p.Clusters.Exists(c => c.Hosts.Count > 0)))
            yield return new PlanStep
            {
                Key = "zone/system-vms", Section = "Enable", Title = "System VMs to run", Command = "listSystemVms", Action = PlanAction.Wait, After = ["zone/enable"], Arguments = [],
                Wait = new PlanWait($"console proxy and secondary storage VM of {context.Design.Name} to run", "listSystemVms", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)],
                    [], [new PlanExpectation("state", PlanArgument.Of("state", "Running"))], 2, 1800),
                LongestSeconds = 1800, Why = "They start only when labels, ranges, storage and templates are right: the first proof that the zone works.",
            };
    }

    // Only the ends of the chains: what they need is done before them.
    private static IReadOnlyList<string> Ends(IReadOnlyList<PlanStep> steps)
    {
        var needed = steps.SelectMany(PlanOrder.Needs).ToHashSet(StringComparer.Ordinal);
        return [.. steps.Select(s => s.Key).Where(k => !needed.Contains(k))];
    }
}
