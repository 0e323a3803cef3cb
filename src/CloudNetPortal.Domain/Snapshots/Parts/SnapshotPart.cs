namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>One part of a zone: takes the rows that concern it into the design.</summary>
public abstract class SnapshotPart
{
    /// <summary>Fills its part of the design.</summary>
    public abstract void Observe(Observation observation);
}
