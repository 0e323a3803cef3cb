namespace CloudNetPortal.Store.Clouds;

/// <summary>How much a mistake on a cloud costs.</summary>
public static class CloudKinds
{
    /// <summary>May be thrown away; a push needs nobody's consent.</summary>
    public const string Practice = "practice";

    /// <summary>Before production, approved like it.</summary>
    public const string Staging = "staging";

    /// <summary>Carries users; a push needs every concerned team.</summary>
    public const string Production = "production";

    public static IReadOnlyList<string> All { get; } = [Practice, Staging, Production];
}
