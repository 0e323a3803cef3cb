namespace CloudNetPortal.Web.Shell;

/// <summary>One line of the navigation. A feature registers its own with <c>services.AddNavEntry(…)</c>, so the navigation holds what exists.</summary>
/// <param name="Title">As in the vocabulary: Zones, Findings, Changes.</param>
/// <param name="Href">From <see cref="PortalUrls"/>; pages below it count as part of it.</param>
/// <param name="Order">Home 0, Catalogue 10, Cabling 20, Zones 30, Findings 40, Changes 50, Pushes 60, Drift 70, Import 80, History 90.</param>
internal sealed record NavEntry(string Title, string Href, int Order)
{
    /// <summary>Heading over it; none for the daily work, "Administration" for the rest.</summary>
    public string? Group { get; init; }

    /// <summary>Addresses that belong to it although they do not begin with <see cref="Href"/>.</summary>
    public IReadOnlyList<string> AlsoUnder { get; init; } = [];

    /// <summary>How many wait there for whom the circuit belongs to, read when a page opens; nothing is shown for 0.</summary>
    public Func<IServiceProvider, CancellationToken, Task<int>>? Count { get; init; }

    public bool Holds(string path) => Href == "/" ? path == "/" : AlsoUnder.Prepend(Href).Any(under => path == under || path.StartsWith(under + "/", StringComparison.Ordinal));
}
