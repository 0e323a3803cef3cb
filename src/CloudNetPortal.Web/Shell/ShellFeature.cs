using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.HttpOverrides;
using Radzen;

namespace CloudNetPortal.Web.Shell;

internal static class ShellFeature
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = false);
        services.AddRadzenComponents();
        services.AddHealthChecks();
        services.AddHostedService<UpdatesBetweenPortals>();
        services.AddSingleton(TimeProvider.System);
        services.AddNavEntry(new("Home", PortalUrls.Home, Order: 0));
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    public static void AddNavEntry(this IServiceCollection services, NavEntry entry) => services.AddSingleton(entry);

    public static void AddHomePanel<TComponent>(this IServiceCollection services, int order, bool side = false) where TComponent : IComponent =>
        services.AddSingleton(new HomePanel(typeof(TComponent), order, side));

    public static void AddFirstStep(this IServiceCollection services, FirstStep step) => services.AddSingleton(step);

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapBrowserScript();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
