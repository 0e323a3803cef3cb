using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Starts a zone.</summary>
public sealed partial class NewZonePage
{
    private string name = "";
    private string kind = "Advanced";
    private string cloud = "";
    private string pack = "production";
    private string source = "";
    private IReadOnlyList<ZoneLine> zones = [];
    private IReadOnlyList<Cloud> clouds = [];
    private Outcome? outcome;

    [Inject] internal CreateZone CreateZone { get; init; } = null!;

    [Inject] internal CopyZone CopyZone { get; init; } = null!;

    [Inject] internal ZoneQueries Queries { get; init; } = null!;

    [Inject] internal CurrentCaller Me { get; init; } = null!;

    [Inject] public required IDbContextFactory<PortalDbContext> Store { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync()
    {
        await using var db = await Store.CreateDbContextAsync();
        clouds = await db.Clouds.AsNoTracking().OrderBy(c => c.Name).ToListAsync();
        zones = await Queries.List();
    }

    private async Task Create()
    {
        if (Guid.TryParse(source, out var copied))
        {
            var copy = await CopyZone.Execute(await Me.Get(), copied, new NewZone(name, kind, Guid.TryParse(cloud, out var target) ? target : null, pack));
            if (!copy.Failed(out outcome))
                Navigation.NavigateTo(PortalUrls.Zone(copy.Value));
            return;
        }

        // What every zone of the kind needs is there from the start; all of it can be changed.
        var chosen = ZoneKind.Find(kind)!;
        var design = new ZoneDesign
        {
            Name = name.Trim(), Kind = kind, GuestCidr = kind is "Advanced" or "Edge" ? "10.1.1.0/24" : null, LocalStorageEnabled = chosen.IsEdge,
            PhysicalNetworks =
            {
                new PhysicalNetwork
                {
                    Name = "physical-network-1", IsolationMethods = kind == "Basic" ? [] : ["VLAN"],
                    TrafficTypes = [.. chosen.RequiredTraffic.Select(t => new TrafficType { Type = t })],
                    Providers = [.. chosen.Providers.Select(p => new NetworkProvider { Name = p })],
                },
            },
            Pods = { new Pod { Name = "pod-1", ManagementRanges = chosen.IsEdge ? [] : [new ManagementRange()] } },
            GuestNetworks = chosen.SecurityGroups ? [new GuestNetwork { Name = "defaultGuestNetwork", Offering = "DefaultSharedNetworkOfferingWithSGService" }] : [],
        };
        var answer = await CreateZone.Execute(await Me.Get(), new NewZone(name, kind, Guid.TryParse(cloud, out var id) ? id : null, pack, design));
        if (!answer.Failed(out outcome))
            Navigation.NavigateTo(PortalUrls.Zone(answer.Value));
    }
}
