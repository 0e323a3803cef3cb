using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// From a design to ordered API calls. The order is CloudStack's own needs: the zone stays disabled until the end, guest VLANs go before public ranges
/// because only then the server compares the two, storage ranges go one after another because overlap is judged call by call.
/// </summary>
public static class Planner
{
    // The order is meaning; keep it written.
    private static readonly IReadOnlyList<PlanSection> Sections =
    [
        new SettingsSection(), new ZoneSection(), new NetworksSection(), new ProvidersSection(), new GuestNetworksSection(), new PodsSection(),
        new RangesSection(), new ComputeSection(), new StorageSection(), new DedicationsSection(), new EnableSection(),
    ];

    /// <summary>Makes the plan of a new zone.</summary>
    /// <param name="design">A frozen design.</param>
    /// <param name="revisionHash">Its SHA-256.</param>
    /// <param name="catalogue">Where hosts without a URL have their management address.</param>
    public static Plan Plan(ZoneDesign design, string revisionHash, CatalogueSnapshot catalogue)
    {
        List<PlanStep> steps = [];
        var context = new PlanContext(design, catalogue) { Earlier = steps };
        foreach (var section in Sections)
            steps.AddRange(section.Steps(context).ToList());
        Check(steps);
        return new Plan(design.Name, revisionHash, null, steps);
    }

    // A plan that names a step twice, or one that comes later, is a defect of ours: better found here than in the middle of a push.
    private static void Check(List<PlanStep> steps)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var needed = step.After.Concat(step.Arguments.Concat(step.Lookup?.Arguments ?? []).Concat(step.Lookup?.Match ?? []).Select(a => a.Step).OfType<string>());
            if (needed.FirstOrDefault(n => !seen.Contains(n)) is { } missing)
                throw new InvalidOperationException($"Step {step.Key} needs {missing}, which does not come before it.");
            if (!seen.Add(step.Key))
                throw new InvalidOperationException($"Step {step.Key} is there twice.");
        }
    }
}
