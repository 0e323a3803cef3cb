using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>Edits that take whole objects out of a design.</summary>
internal static class Removals
{
    /// <summary>One edit for each path at which there is something.</summary>
    public static IReadOnlyList<FieldEdit> Of(ZoneDesign design, IEnumerable<string> paths)
    {
        var tree = new DesignTree(DesignJson.ToTree(design));
        return [.. paths.Select(p => (Path: p, Now: tree.Get(p))).Where(p => p.Now is not null).Select(p => new FieldEdit(p.Path, p.Now!.DeepClone(), null))];
    }
}
