using CloudNetPortal.Domain.Snapshots.Parts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>
/// Says what is on the cloud in the words of a design. The import of a zone takes it as it is; drift is where it differs from the design that was pushed. What
/// CloudStack does not tell (passwords, the URL a host was added with) is taken over from the expected design.
/// </summary>
public static class ZoneObserver
{
    // Later parts refer to what earlier ones matched.
    private static readonly IReadOnlyList<SnapshotPart> Parts =
        [new ZonePart(), new NetworksPart(), new ProvidersPart(), new DedicationsPart(), new GuestNetworksPart(), new PodsPart(), new RangesPart(), new ComputePart(), new StoragePart(), new KeptPart(), new RoutingPart(), new SettingsPart()];

    /// <summary>A design of a zone that the portal does not know.</summary>
    /// <exception cref="ArgumentException">The snapshot holds no zone.</exception>
    public static ObservedZone Import(ZoneSnapshot snapshot) => Run(snapshot, new ZoneDesign { Id = Id(snapshot) }, isImport: true, new Dictionary<string, string>());

    /// <summary>The expected design as it is on the cloud.</summary>
    /// <param name="snapshot">What is there.</param>
    /// <param name="expected">What should be there; it is not changed.</param>
    /// <param name="known">Ids recorded by pushes or the import, by step key.</param>
    /// <exception cref="ArgumentException">The snapshot holds no zone.</exception>
    public static ObservedZone Observe(ZoneSnapshot snapshot, ZoneDesign expected, IReadOnlyDictionary<string, string>? known = null) =>
        Run(snapshot, DesignJson.Read(DesignJson.ToTree(expected)), isImport: false, known ?? new Dictionary<string, string>());

    private static ObservedZone Run(ZoneSnapshot snapshot, ZoneDesign design, bool isImport, IReadOnlyDictionary<string, string> known)
    {
        if (snapshot.Rows("listZones").Count != 1) throw new ArgumentException("The snapshot holds no zone.", nameof(snapshot));
        var observation = new Observation(snapshot, design, isImport, known);
        foreach (var part in Parts) part.Observe(observation);
        return new ObservedZone(design, observation.Ids, observation.Unknowns, observation.States);
    }

    private static string Id(ZoneSnapshot snapshot) => Observation.IdFor(snapshot.ZoneId ?? "");
}
