using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Scenes;

/// <summary>One object that a scene put in place: what is removed with it, and nothing else.</summary>
public sealed class SceneObject
{
    [MaxLength(60)]
    public required string Scene { get; init; }

    /// <summary>Kind of object, such as Device.</summary>
    [MaxLength(60)]
    public required string Kind { get; init; }

    public required Guid ObjectId { get; init; }
}
