using System.Text.Json.Nodes;

namespace CloudNetPortal.Import.Zones;

/// <summary>
/// A place where the file says something else than its designs alone: a correction that, applied to what the designs say, gives the file again. It is
/// applied only where the design still says what it said at import, so that later edits win.
/// </summary>
/// <param name="Path">JSON pointer (RFC 6901) into the file.</param>
/// <param name="Kind">Why it is left over.</param>
/// <param name="Explanation">One sentence for people.</param>
/// <param name="Anchor">The object of a design it belongs to; null outside the zones.</param>
/// <param name="Relative">JSON pointer from that object (or from the top) to the place.</param>
/// <param name="Design">What the design alone says there; null for nothing.</param>
/// <param name="File">What the file says there, secrets replaced by references; null for nothing (see <paramref name="FileHasIt"/>).</param>
/// <param name="FileHasIt">True when the file has the place, be it with the value null.</param>
public sealed record Leftover(string Path, LeftoverKind Kind, string Explanation, LeftoverAnchor? Anchor, string Relative, JsonNode? Design, JsonNode? File, bool FileHasIt);

/// <summary>An object of a design.</summary>
/// <param name="Zone">Number of the design in the import, from 0.</param>
/// <param name="ObjectId">Id of the object in that design.</param>
public sealed record LeftoverAnchor(int Zone, string ObjectId);

/// <summary>Why something is left over.</summary>
public enum LeftoverKind
{
    /// <summary>A design has no place for it.</summary>
    NotInDesign,
    /// <summary>The design says the same; the file writes it in another way, such as a number as text.</summary>
    WrittenDifferently,
    /// <summary>The kind of file has no place for it: the design took a default, the file says nothing.</summary>
    Unsaid,
}
