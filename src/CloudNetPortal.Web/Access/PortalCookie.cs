using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Access;

/// <summary>The cookie that says who is signed in.</summary>
internal static class PortalCookie
{
    private const string CheckedAt = "checked";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Secure wherever the portal is reached over TLS; on plain loopback the browser would drop a secure cookie.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = PortalUrls.SignIn;
        options.AccessDeniedPath = PortalUrls.Forbidden;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    // A program that calls the REST interface wants the status, not a page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.Items.TryGetValue(CheckedAt, out var text) && long.TryParse(text, out var seconds)
            && now - DateTimeOffset.FromUnixTimeSeconds(seconds) < SignInStillHolds.Interval)
            return;

        var holds = context.HttpContext.RequestServices.GetRequiredService<SignInStillHolds>();
        if (context.Principal is { } principal && await holds.Execute(principal, context.HttpContext.RequestAborted))
        {
            context.Properties.Items[CheckedAt] = now.ToUnixTimeSeconds().ToString();
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }
}
