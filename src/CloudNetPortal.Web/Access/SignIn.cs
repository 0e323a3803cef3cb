using System.Security.Claims;
using CloudNetPortal.Store.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CloudNetPortal.Web.Access;

/// <summary>Turns a name and a password into a signed-in person, or into a plain no that does not tell which half was wrong.</summary>
internal sealed class SignIn(People people, IPasswordHasher<PortalUser> hasher, TimeProvider time, ILogger<SignIn> log)
{
    public const int AttemptsBeforeLock = 5;
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(5);

    // Hashed when nobody has that name, so that the answer takes as long as for somebody.
    private static readonly PortalUser Nobody = new() { SignInName = "", DisplayName = "" };
    private static readonly string NobodysHash = new PasswordHasher<PortalUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<ClaimsPrincipal?> Execute(string name, string password, CancellationToken cancel)
    {
        var user = await people.FindByName(name, cancel);
        var check = hasher.VerifyHashedPassword(user ?? Nobody, user is { PasswordHash.Length: > 0 } ? user.PasswordHash : NobodysHash, password);
        if (user is null || user.Disabled || user.PasswordHash.Length == 0)
        {
            log.LogWarning("Sign-in refused: no such name, or it is disabled");
            return null;
        }

        var now = time.GetUtcNow();
        if (user.LockedUntil > now)
        {
            log.LogWarning("Sign-in of {User} refused: locked until {Until:O}", user.Id, user.LockedUntil);
            return null;
        }

        if (check == PasswordVerificationResult.Failed)
        {
            await CountFailure(user, now, cancel);
            return null;
        }

        // An older format is replaced while the password is at hand.
        var hash = check == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, password) : user.PasswordHash;
        await people.RecordSignIn(user.Id, hash, now, cancel);
        return PrincipalOf(user);
    }

    public static ClaimsPrincipal PrincipalOf(PortalUser user)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(Caller.NameClaim, user.DisplayName),
            new(Caller.StampClaim, user.SecurityStamp.ToString()),
            .. user.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
            .. user.Memberships.Select(member => new Claim(Caller.TeamClaim, member.TeamKey)),
        ];
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, Caller.NameClaim, ClaimTypes.Role));
    }

    private async Task CountFailure(PortalUser user, DateTimeOffset now, CancellationToken cancel)
    {
        if (await people.CountFailure(user.Id, AttemptsBeforeLock, now + LockFor, cancel) is { } until)
            log.LogWarning("{User} is locked until {Until:O} after {Attempts} wrong passwords", user.Id, until, AttemptsBeforeLock);
    }
}
