using System.Security.Claims;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Auditing;
using Microsoft.AspNetCore.Identity;

namespace CloudNetPortal.Web.Access;

/// <summary>Makes the first administrator, for whoever can read the server's log.</summary>
internal sealed class CreateFirstAdministrator(People people, SetupCode code, IPasswordHasher<PortalUser> hasher, TimeProvider time)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The new administrator, signed in; or everything that is wrong with what was typed.</summary>
    public async Task<(ClaimsPrincipal? Principal, IReadOnlyList<string> Problems)> Execute(NewAdministrator typed, CancellationToken cancel)
    {
        await OneAtATime.WaitAsync(cancel);
        try
        {
            var problems = await ProblemsOf(typed, cancel);
            if (problems.Count > 0)
                return (null, problems);
            var user = new PortalUser
            {
                SignInName = People.Key(typed.Name), DisplayName = typed.DisplayName.Trim(), Email = string.IsNullOrWhiteSpace(typed.Email) ? null : typed.Email.Trim(),
                // One person sets the portal up and tries it. Consent stays with others: nobody approves what they wrote.
                Roles = [Roles.Administrator, Roles.CatalogueEditor, Roles.ZoneDesigner, Roles.Operator], CreatedAt = time.GetUtcNow(),
            };
            user.PasswordHash = hasher.HashPassword(user, typed.Password);
            await people.Add(user, new Actor(user.Id, user.DisplayName, nameof(CreateFirstAdministrator)), cancel);
            return (SignIn.PrincipalOf(user), []);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<List<string>> ProblemsOf(NewAdministrator typed, CancellationToken cancel)
    {
        // With a wrong code nothing else is answered: the page must not tell a stranger anything.
        if (!code.Is(typed.Code))
            return ["code"];
        if (await people.HasAdministrator(cancel))
            return ["exists"];
        List<string> problems = [.. PersonRules.ProblemsOf(typed.Name, typed.DisplayName, typed.Password)];
        if (problems.Count == 0 && await people.FindByName(typed.Name, cancel) is not null)
            problems.Add("taken");
        return problems;
    }
}

/// <summary>What the set-up page asks for.</summary>
internal sealed record NewAdministrator(string Code, string Name, string DisplayName, string? Email, string Password);
