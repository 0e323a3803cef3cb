using Microsoft.AspNetCore.Authorization;

namespace CloudNetPortal.Web.Access;

/// <summary>Policies for endpoints and pages whose mere sight is restricted; what a use case does it guards itself.</summary>
internal static class Policies
{
    public const string Administration = nameof(Administration);
    public const string Audit = nameof(Audit);

    public static void Add(AuthorizationOptions options)
    {
        // A page is for people who are signed in unless it says otherwise.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Administration, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(Audit, policy => policy.RequireRole(Roles.Auditor, Roles.Administrator));
    }
}
