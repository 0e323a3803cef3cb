using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>
/// A kind of object that CloudStack 4.23 keeps: how it is listed, what of it can be changed by which call, and how it is removed. One file each, found by
/// this base class; the key is the command that makes it.
/// </summary>
public abstract class CloudObject
{
    /// <summary>Command that makes one.</summary>
    public abstract string Create { get; }
    /// <summary>Command that lists them.</summary>
    public abstract string List { get; }
    /// <summary>What people call it: “public range”.</summary>
    public abstract string Noun { get; }
    /// <summary>First part of step keys for one that no design knows.</summary>
    public abstract string KeyPart { get; }
    /// <summary>Command that changes one in place; null when nothing of it can be.</summary>
    public virtual string? Update => null;
    /// <summary>True when <see cref="Update"/> answers with a job.</summary>
    public virtual bool UpdateIsAsync => false;
    /// <summary>Command that removes one; null when CloudStack has none, or when it goes with something else.</summary>
    public virtual string? Delete => null;
    /// <summary>True when <see cref="Delete"/> answers with a job.</summary>
    public virtual bool DeleteIsAsync => false;
    /// <summary>The parameter of <see cref="Delete"/> that names the object; when it is not <c>id</c>, the zone's id is meant.</summary>
    public virtual string DeleteBy => "id";
    /// <summary>Parts of refusals of <see cref="Delete"/> that mean “not yet”.</summary>
    public virtual IReadOnlyList<string> DeleteNotYet => [];
    /// <summary>Place in taking down: lower numbers first.</summary>
    public abstract int TakeDownOrder { get; }
    /// <summary>How a removal can be taken back.</summary>
    public virtual Reversibility DeleteReversibility => Reversibility.WithOutage;
    /// <summary>Its fields that a design decides.</summary>
    public abstract IReadOnlyList<ObjectField> Fields { get; }
    /// <summary>What notices a change; null for nothing.</summary>
    public virtual string? ChangeDisturbs => null;
    /// <summary>What notices a removal; null for nothing.</summary>
    public virtual string? DeleteDisturbs => null;

    /// <summary>Fields that are needed besides <see cref="Fields"/> to make a removed one again; empty when it cannot be.</summary>
    public virtual IReadOnlyList<ObjectField> Remake => [];

    /// <summary>More arguments with which one list call gives all of a zone besides its id; null when the list does not go by zone.</summary>
    public virtual IReadOnlyList<PlanArgument>? OfAZone => null;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<CloudObject> All { get; } = Discovery.Of<CloudObject>();

    private static readonly Dictionary<string, CloudObject> ByCreate = All.ToDictionary(k => k.Create, StringComparer.Ordinal);

    /// <summary>The kind that this command makes, or null.</summary>
    public static CloudObject? Find(string create) => ByCreate.GetValueOrDefault(create);

    /// <summary>The field of that name, or null.</summary>
    public ObjectField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>What an object of this kind is called in lists for people.</summary>
    public virtual string NameOf(JsonElement row) => FieldPath.Text(row, "name") ?? FieldPath.Text(row, "id") ?? "";

    /// <summary>True for objects that CloudStack makes by itself: they are never foreign and never removed on their own.</summary>
    public virtual bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => false;

    /// <summary>Start and end of a range, as its name.</summary>
    protected static string RangeOf(JsonElement row) => $"{FieldPath.Text(row, "startip")}–{FieldPath.Text(row, "endip")}";
}

/// <summary>A field of an object of the cloud.</summary>
/// <param name="Name">Its name in the list.</param>
/// <param name="How">How a difference is mended.</param>
/// <param name="Argument">The parameter that sets it; null when it has the name of the field.</param>
/// <param name="MayBeCleared">True when an empty text clears it, so that a design without it can say so.</param>
/// <param name="Note">For a fixed field: the cure. Otherwise what there is to know about changing it.</param>
public sealed record ObjectField(string Name, FieldChange How = FieldChange.InPlace, string? Argument = null, bool MayBeCleared = false, string? Note = null)
{
    /// <summary>Whether a change can be taken back.</summary>
    public Reversibility Reversibility { get; init; } = Reversibility.Yes;

    /// <summary>The parameter that sets it.</summary>
    public string Parameter => Argument ?? Name;
}

/// <summary>How a difference in a field is mended.</summary>
public enum FieldChange
{
    /// <summary>By the kind's update command.</summary>
    InPlace,
    /// <summary>By removing the object and making it again.</summary>
    Recreate,
    /// <summary>Not at all: it is a problem of the plan.</summary>
    Fixed,
    /// <summary>It is not the design's business.</summary>
    Ignored,
}
