namespace CloudNetPortal.Store.Access;

/// <summary>One person in one team.</summary>
public sealed class TeamMember
{
    public Guid UserId { get; init; }

    public required string TeamKey { get; init; }

    /// <summary>Since when; set by the database.</summary>
    public DateTimeOffset Since { get; init; }
}
