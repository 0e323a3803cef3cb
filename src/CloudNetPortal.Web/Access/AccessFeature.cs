using System.Threading.RateLimiting;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Access;

internal static class AccessFeature
{
    private const string Attempts = "sign-in attempts";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(PortalCookie.Configure);
        services.AddAuthorization(Policies.Add);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddScoped<CurrentCaller>();
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<People>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignInStillHolds>();
        services.AddScoped<CreateFirstAdministrator>();
        services.AddScoped<SavePerson>();
        services.AddScoped<AddTeam>();
        services.AddScoped<PeopleQueries>();
        services.AddHostedService<SetupNotice>();
        services.AddDataProtection().SetApplicationName("CloudNetPortal");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<PortalDbContext>, MasterKey>((options, store, master) =>
            (options.XmlRepository, options.XmlEncryptor) = (new ProtectionKeys(store), new SealedXml(master)));
        services.AddSingleton<MasterKey>();
        services.AddNavEntry(new("People", PortalUrls.People, Order: 200) { Group = "Administration" });
        services.AddNavEntry(new("Teams", PortalUrls.Teams, Order: 210) { Group = "Administration" });
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Attempts, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Redirect($"{context.HttpContext.Request.Path}?problem=often");
                return ValueTask.CompletedTask;
            };
        });
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(PortalUrls.SignIn, async ([FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl, SignIn signIn, HttpContext http, CancellationToken cancel) =>
        {
            if (await signIn.Execute(name ?? "", password ?? "", cancel) is not { } principal)
                return Results.LocalRedirect($"{PortalUrls.SignInAndReturn(LocalUrl.Or(returnUrl, PortalUrls.Home))}&problem=refused");
            await http.SignInAsync(principal, new AuthenticationProperties { IsPersistent = false });
            return Results.LocalRedirect(LocalUrl.Or(returnUrl, PortalUrls.Home));
        }).AllowAnonymous().RequireRateLimiting(Attempts);

        routes.MapPost(PortalUrls.SignOut, async ([FromForm] string? unused, HttpContext http) =>
        {
            await http.SignOutAsync();
            return Results.LocalRedirect($"{PortalUrls.SignIn}?problem=out");
        }).AllowAnonymous();

        routes.MapPost(PortalUrls.Setup, async ([FromForm] string? code, [FromForm] string? name, [FromForm] string? displayName, [FromForm] string? email, [FromForm] string? password,
            CreateFirstAdministrator create, HttpContext http, CancellationToken cancel) =>
        {
            var (principal, problems) = await create.Execute(new(code ?? "", name ?? "", displayName ?? "", email, password ?? ""), cancel);
            if (principal is null)
                return Results.LocalRedirect($"{PortalUrls.Setup}?problem={string.Join(',', problems)}");
            await http.SignInAsync(principal);
            return Results.LocalRedirect(PortalUrls.Home);
        }).AllowAnonymous().RequireRateLimiting(Attempts);
    }
}
