using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Access;

/// <summary>People who own a kind of thing and agree to changes of it.</summary>
public sealed class Team
{
    /// <summary>Lower case and lasting: policies and approvals name a team by it.</summary>
    [Required, MaxLength(40), RegularExpression("^[a-z][a-z0-9-]*$")]
    public required string Key { get; init; }

    [Required, MaxLength(100)]
    public required string Name { get; set; }

    [MaxLength(300)]
    public string Owns { get; set; } = "";

    /// <summary>The default policy names it, so it can be renamed but not removed.</summary>
    public bool BuiltIn { get; init; }

    public List<TeamMember> Members { get; set; } = [];
}
