using System.Security.Claims;

namespace CloudNetPortal.Web.Access;

/// <summary>Whether a sign-in made earlier still holds: the person exists, is not disabled, and nothing about them changed.</summary>
internal sealed class SignInStillHolds(People people)
{
    /// <summary>How long a change of roles or a disabled account may go unnoticed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async Task<bool> Execute(ClaimsPrincipal principal, CancellationToken cancel) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && await people.Find(id, cancel) is { Disabled: false } user
        && principal.FindFirstValue(Caller.StampClaim) == user.SecurityStamp.ToString();
}
