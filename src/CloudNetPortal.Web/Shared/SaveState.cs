namespace CloudNetPortal.Web.Shared;

/// <summary>Where an edit is on its way to the database.</summary>
public enum SaveState
{
    /// <summary>Nothing was typed.</summary>
    None,
    Saving,
    Saved,
    NotSaved,
}
