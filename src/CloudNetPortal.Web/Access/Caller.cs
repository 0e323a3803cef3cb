using System.Security.Claims;

namespace CloudNetPortal.Web.Access;

/// <summary>Who asks: handed to every use case, which decides for itself whether this person may.</summary>
public sealed record Caller(Guid Id, string Name, IReadOnlySet<string> Roles, IReadOnlySet<string> Teams)
{
    public const string TeamClaim = "team";
    public const string StampClaim = "stamp";
    public const string NameClaim = "name";

    /// <summary>The portal itself, for work that nobody asked for just now: schedules, and putting sample data in place.</summary>
    public static readonly Caller Portal = new(Guid.Empty, "CloudNetPortal", Access.Roles.All.Select(role => role.Key).ToHashSet(), new HashSet<string>());

    public bool Is(string role) => Roles.Contains(role);

    public bool In(string team) => Teams.Contains(team);

    /// <summary>Two letters for the round mark in the top bar.</summary>
    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])).Take(2));

    public static Caller From(ClaimsPrincipal user) => new(
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : throw new InvalidOperationException("Nobody is signed in."),
        user.FindFirstValue(NameClaim) ?? "",
        user.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(),
        user.FindAll(TeamClaim).Select(claim => claim.Value).ToHashSet());
}
