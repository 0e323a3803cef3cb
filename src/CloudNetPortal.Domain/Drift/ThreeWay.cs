using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Drift;

/// <summary>One place where the draft, the cloud or both have moved since the last push.</summary>
/// <param name="Path">Place in the design.</param>
/// <param name="Title">What people call its object.</param>
/// <param name="Base">What was pushed; null for nothing.</param>
/// <param name="Draft">What the draft says.</param>
/// <param name="Cloud">What is there.</param>
/// <param name="Moved">Who moved.</param>
public sealed record ThreeWayLine(string Path, string Title, JsonNode? Base, JsonNode? Draft, JsonNode? Cloud, ThreeWayMove Moved)
{
    /// <summary>The edit of the draft that takes what the cloud says.</summary>
    public FieldEdit TakeCloud => new(Path, Draft, Cloud);
}

/// <summary>Who moved since the last push.</summary>
public enum ThreeWayMove
{
    /// <summary>The draft only: the next push brings it.</summary>
    Draft,
    /// <summary>The cloud only: drift.</summary>
    Cloud,
    /// <summary>Both, to the same.</summary>
    Same,
    /// <summary>Both, to different values: somebody must choose.</summary>
    Conflict,
}

/// <summary>Base, draft and cloud side by side.</summary>
public static class ThreeWay
{
    /// <summary>All places where one of the three differs, in document order.</summary>
    /// <param name="pushed">The design that was pushed last.</param>
    /// <param name="draft">The design as it is edited now.</param>
    /// <param name="cloud">What is there, observed with the pushed design in hand.</param>
    public static IReadOnlyList<ThreeWayLine> Of(ZoneDesign pushed, ZoneDesign draft, ZoneDesign cloud)
    {
        var (mine, theirs) = (DesignDifference.Between(pushed, draft), DesignDifference.Between(pushed, cloud));
        var (before, inDraft, onCloud) = (new DesignTree(DesignJson.ToTree(pushed)), new DesignTree(DesignJson.ToTree(draft)), new DesignTree(DesignJson.ToTree(cloud)));
        return [.. mine.Concat(theirs).Select(e => e.Path).Distinct(StringComparer.Ordinal).Where(p => !IsInside(p)).Order(StringComparer.Ordinal).Select(Line)];

        // A removed object says more than the fields it lost.
        bool IsInside(string path) => mine.Concat(theirs).Any(e => path.StartsWith(e.Path + "/", StringComparison.Ordinal));

        ThreeWayLine Line(string path)
        {
            var (was, is1, is2) = (before.Get(path), inDraft.Get(path), onCloud.Get(path));
            var moved = JsonNode.DeepEquals(is1, is2) ? ThreeWayMove.Same : JsonNode.DeepEquals(was, is1) ? ThreeWayMove.Cloud : JsonNode.DeepEquals(was, is2) ? ThreeWayMove.Draft : ThreeWayMove.Conflict;
            return new ThreeWayLine(path, ObjectTitle.OfField(path, is1 is null ? is2 is null ? before : onCloud : inDraft), was?.DeepClone(), is1?.DeepClone(), is2?.DeepClone(), moved);
        }
    }
}
