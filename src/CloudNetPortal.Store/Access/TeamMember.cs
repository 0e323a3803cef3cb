namespace CloudNetPortal.Store.Access;

/// <summary>One person in one team.</summary>
public sealed class TeamMember
{
    public Guid UserId { get; init; }

    public required string TeamKey { get; init; }
}
