using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Cabling;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Diagrams;
using CloudNetPortal.Web.Features.Drift;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.History;
using CloudNetPortal.Web.Features.Import;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Features;
using CloudNetPortal.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
// Packages' style sheets and scripts are found in the build output too, not only after publish or in the Development environment.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);

builder.Services.AddPortalStore(builder.Configuration);
builder.Services.AddShell();
builder.Services.AddSchedules(builder.Configuration);
builder.Services.AddAccess();
builder.Services.AddCatalogue();
builder.Services.AddCabling();
builder.Services.AddDiagrams();
builder.Services.AddUseCases();
builder.Services.AddZones();
builder.Services.AddFindings();
builder.Services.AddApprovals();
builder.Services.AddPushes();
builder.Services.AddDrift();
builder.Services.AddClouds();
builder.Services.AddHistory();
builder.Services.AddImport();

var app = builder.Build();
if (!await app.OpenPortalStoreAsync())
    return 1;
await app.Services.GetRequiredService<FirstData>().Execute();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseExceptionHandler(PortalUrls.Error);
app.UseStatusCodePagesWithReExecute(PortalUrls.NotFound);
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapShell();
app.MapAccess();
app.MapCatalogue();
app.MapCabling();
app.MapDiagrams();
app.MapZones();

app.Run();
return 0;

/// <summary>The portal.</summary>
public partial class Program;
