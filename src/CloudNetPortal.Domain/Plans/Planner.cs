using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans.Comparing;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// From a design, and what is on the cloud, to ordered API calls. The order is CloudStack's own needs: the zone stays disabled until the end, guest VLANs
/// go before public ranges because only then the server compares the two, storage ranges go one after another because overlap is judged call by call.
/// </summary>
public static class Planner
{
    // The order is meaning; keep it written.
    private static readonly IReadOnlyList<PlanSection> Sections =
    [
        new SettingsSection(), new ZoneSection(), new NetworksSection(), new ProvidersSection(), new GuestNetworksSection(), new PodsSection(),
        new RangesSection(), new RoutingSection(), new ComputeSection(), new StorageSection(), new DedicationsSection(), new MarksSection(), new EnableSection(),
    ];

    /// <summary>Makes the plan of a new zone.</summary>
    /// <param name="design">A frozen design.</param>
    /// <param name="revisionHash">Its SHA-256.</param>
    /// <param name="catalogue">Where hosts without a URL have their management address.</param>
    public static Plan Plan(ZoneDesign design, string revisionHash, CatalogueSnapshot catalogue) => Plan(design, revisionHash, catalogue, new PlanInputs());

    /// <summary>Makes the plan that brings the cloud from what is there to the design.</summary>
    /// <param name="design">A frozen design.</param>
    /// <param name="revisionHash">Its SHA-256.</param>
    /// <param name="catalogue">Where hosts without a URL have their management address.</param>
    /// <param name="inputs">What is there, what of it is known and owned, and what a person answered.</param>
    public static Plan Plan(ZoneDesign design, string revisionHash, CatalogueSnapshot catalogue, PlanInputs inputs)
    {
        List<PlanStep> wanted = [];
        var context = new PlanContext(design, catalogue) { Earlier = wanted, Options = inputs.Options, RevisionHash = revisionHash };
        foreach (var section in Sections)
            wanted.AddRange(section.Steps(context).ToList());
        PlanOrder.Check(wanted);
        var problems = UnsentDevices.In(design).ToList();
        if (inputs.Snapshot is not { } snapshot)
            return new Plan(design.Name, revisionHash, null, wanted) { Options = inputs.Options, Problems = problems };
        var owned = inputs.Owned.Concat(inputs.Options.Owns).Concat(inputs.Options.OwnsImported ? inputs.KnownIds.Values : []).ToHashSet(StringComparer.Ordinal);
        var compared = new ZoneComparison(design, wanted, snapshot, inputs with { Owned = owned }).Run();
        PlanOrder.Check(compared.Steps);
        return new Plan(design.Name, revisionHash, snapshot.Hash(), compared.Steps)
        {
            Options = inputs.Options, Problems = [.. problems, .. compared.Problems], Questions = compared.Questions, LeftAlone = compared.LeftAlone,
        };
    }
}
