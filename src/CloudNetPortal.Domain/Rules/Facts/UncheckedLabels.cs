namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Simulator, bare metal, OVM of the second version and LXC: any text passes, nothing is looked for on the host.</summary>
public sealed class UncheckedLabels : LabelReading
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Hypervisors { get; } = ["Simulator", "BareMetal", "LXC", "Ovm"];

    /// <inheritdoc/>
    public override bool IsChecked => false;

    /// <inheritdoc/>
    public override LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue) => new() { Host = host, Label = label, State = LabelState.NotChecked };

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) => [];
}
