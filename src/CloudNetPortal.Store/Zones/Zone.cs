using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Store.Zones;

/// <summary>A zone with its one mutable draft. What is approved and pushed are its <see cref="ZoneRevision"/>s.</summary>
public sealed class Zone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of the zone in lists: that of the draft.</summary>
    [Required, MaxLength(255)]
    public required string Name { get; set; }

    /// <summary>Key of the draft's zone kind, for lists.</summary>
    [Required, MaxLength(40)]
    public required string Kind { get; set; }

    /// <summary>The cloud it is meant for; null while undecided.</summary>
    public Guid? CloudId { get; set; }

    /// <summary>Name of the policy pack that judges it: production or lab.</summary>
    [Required, MaxLength(40)]
    public required string PolicyPack { get; set; }

    /// <summary>The draft as JSON; people edit it by path, right or wrong.</summary>
    public string DraftJson { get; private set; } = "{}";

    /// <summary>Grows by one with every batch of edits.</summary>
    public int DraftVersion { get; private set; }

    /// <summary>Everybody who edited the draft since the last revision was made of it.</summary>
    public List<Guid> DraftAuthors { get; private set; } = [];

    /// <summary>True for a zone that came with sample data.</summary>
    public bool IsSample { get; init; }

    public Guid CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was removed from lists; its revisions and changes stay.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public uint Version { get; private set; }

    /// <summary>The draft as a design.</summary>
    public ZoneDesign ReadDraft() => DesignJson.Read(DraftJson);

    /// <summary>The draft as a tree that takes edits.</summary>
    public DesignTree ReadTree() => new(JsonNode.Parse(DraftJson)!.AsObject());

    /// <summary>Puts another draft in place and counts its version up.</summary>
    public void Replace(ZoneDesign draft, Guid by, DateTimeOffset at)
    {
        (DraftJson, Name, Kind, ChangedAt) = (DesignJson.ToTree(draft).ToJsonString(DesignJson.Options), draft.Name, draft.Kind, at);
        DraftVersion++;
        if (!DraftAuthors.Contains(by))
            DraftAuthors = [.. DraftAuthors, by];
    }

    /// <summary>A revision holds the draft now: whoever edits next starts a new list of authors.</summary>
    public void MarkFrozen() => DraftAuthors = [];
}
