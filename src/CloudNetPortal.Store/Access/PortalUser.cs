using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Access;

/// <summary>A person who may sign in.</summary>
public sealed class PortalUser
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is typed at sign-in, kept in lower case: "Ana" and "ana" are one person.</summary>
    [Required, MaxLength(64)]
    public required string SignInName { get; set; }

    [Required, MaxLength(100)]
    public required string DisplayName { get; set; }

    [MaxLength(254)]
    public string? Email { get; set; }

    /// <summary>In the format of ASP.NET Core Identity's password hasher; empty means that this person cannot sign in with a password.</summary>
    [MaxLength(500)]
    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with password, roles, teams and disabling; a sign-in under another stamp ends within a minute.</summary>
    public Guid SecurityStamp { get; set; } = Guid.NewGuid();

    public int FailedAttempts { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool Disabled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Names of roles; what a role may do is decided in the portal.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Keys of the teams this person speaks for.</summary>
    public List<TeamMember> Memberships { get; set; } = [];
}
