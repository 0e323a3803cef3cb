namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Whose the zone is, written on the cloud: details of the zone, and a note for administrators on zone, pods, clusters and guest networks.</summary>
public sealed class MarksSection : PlanSection
{
    /// <summary>Detail of the zone with the id of the portal.</summary>
    public const string Portal = "cloudnetportal-portal";

    /// <summary>Detail of the zone with the id of the design.</summary>
    public const string Design = "cloudnetportal-design";

    /// <summary>Detail of the zone with the hash of the revision pushed last.</summary>
    public const string Revision = "cloudnetportal-revision";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        if (context.Options.Mark is not { } portal)
            yield break;
        (string Key, string Value)[] details = [(Portal, portal), (Design, context.Design.Id), (Revision, context.RevisionHash)];
        yield return new PlanStep
        {
            Key = "zone/mark", Section = "Marks", Title = "Mark of this portal on the zone", Command = "updateZone", After = [ZoneSection.Zone],
            Arguments = [PlanArgument.IdOf("id", ZoneSection.Zone), .. details.SelectMany((d, i) => new[] { PlanArgument.Of($"details[{i}].key", d.Key), PlanArgument.Of($"details[{i}].value", d.Value) })],
            ReadBack = ById("listZones", ZoneSection.Zone, [.. details.Select(d => new PlanExpectation($"resourcedetails.{d.Key}", PlanArgument.Of(d.Key, d.Value)))]),
            UndoNote = "Details of a zone stay until the zone goes.",
            Why = "So that the zone is found again, and others see that this portal keeps it.",
        };
        var text = $"Kept by CloudNetPortal {portal}, design {context.Design.Id}.";
        yield return Note("ZONE", ZoneSection.Zone, $"zone {context.Design.Name}", text);
        foreach (var pod in context.Design.Pods)
        {
            yield return Note("POD", PodsSection.KeyOf(pod), $"pod {pod.Name}", text);
            foreach (var cluster in pod.Clusters)
                yield return Note("CLUSTER", ComputeSection.KeyOf(cluster), $"cluster {cluster.Name}", text);
        }
        foreach (var network in context.Design.GuestNetworks)
            yield return Note("NETWORK", GuestNetworksSection.KeyOf(network), $"guest network {network.Name}", text);
    }

    private static PlanStep Note(string type, string of, string name, string text)
    {
        IReadOnlyList<PlanArgument> about = [PlanArgument.Of("entitytype", type), PlanArgument.IdOf("entityid", of)];
        return new PlanStep
        {
            Key = $"{of}/note", Section = "Marks", Title = $"Note on {name}", Command = "addAnnotation", After = [of],
            Arguments = [.. about, PlanArgument.Of("annotation", text), PlanArgument.Of("adminsonly", "true")],
            Lookup = new PlanLookup("listAnnotations", about, [PlanArgument.Of("annotation", text)]),
            UndoNote = "It goes with what it is on.",
            Why = "Administrators who look in CloudStack see who keeps it.",
        };
    }
}
