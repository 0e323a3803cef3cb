namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Settings of the whole cloud that the design sets, and settings of the zone that nobody left at their default.</summary>
public sealed class SettingsPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        foreach (var setting in observation.Design.GlobalSettings.Where(s => s.Apply))
            foreach (var row in observation.Rows("listConfigurations").Where(c => FieldPath.Text(c, "name") == setting.Name))
                setting.Value = Observation.Take(setting.Value, row, "value");
    }
}
