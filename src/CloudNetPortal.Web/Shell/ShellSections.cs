namespace CloudNetPortal.Web.Shell;

/// <summary>Places in the frame that a page may fill with <c>&lt;SectionContent SectionId="ShellSections.ChangeBar"&gt;</c>.</summary>
internal static class ShellSections
{
    /// <summary>The bar under the top bar: which change is being read or edited, its counts and its buttons.</summary>
    public static readonly object ChangeBar = new();
}
