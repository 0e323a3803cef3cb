namespace CloudNetPortal.Domain.Catalogue;

/// <summary>Where a device or cable stands between being ordered and being gone; rules judge the catalogue as planned or as built by it.</summary>
public enum LifeCycle
{
    /// <summary>Will be there.</summary>
    Planned,
    /// <summary>Is in place, not yet in use.</summary>
    Staged,
    /// <summary>In use; for cables: connected.</summary>
    Active,
    /// <summary>Broken.</summary>
    Failed,
    /// <summary>Switched off.</summary>
    Offline,
    /// <summary>On its way out.</summary>
    Decommissioning,
}
