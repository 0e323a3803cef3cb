namespace CloudNetPortal.Web.Shared;

/// <summary>The few meanings that colour has outside of traffic types.</summary>
public enum Tone
{
    Neutral,
    Info,
    Ok,
    Warning,
    Error,
}
