using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Brings a zone that exists on a cloud into the portal: choose, look, take over.</summary>
public sealed partial class ZoneImportPage
{
    private readonly Dictionary<string, string?> devices = [];
    private IReadOnlyList<CloudZoneLine>? zones;
    private IReadOnlyList<string> names = [];
    private Cloud? cloud;
    private CloudZoneRead? read;
    private Guid readId;
    private string? hostUser;
    private string pack = "production";
    private string? doing;
    private bool gone;
    private bool busy;
    private Outcome? outcome;

    [Parameter] public Guid Id { get; set; }

    [Inject] internal CloudQueries Clouds { get; init; } = null!;
    [Inject] internal FindCloudZones FindCloudZones { get; init; } = null!;
    [Inject] internal ReadCloudZone ReadCloudZone { get; init; } = null!;
    [Inject] internal AcceptCloudZone AcceptCloudZone { get; init; } = null!;
    [Inject] internal CloudZoneReads Reads { get; init; } = null!;
    [Inject] public required CatalogueReader Catalogues { get; init; }
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] public required NavigationManager Navigation { get; init; }

    private int errors => read!.Findings.Count(f => f is { Severity: Severity.Error, Status: FindingStatus.Open });

    private int linked => read!.Links.Count(l => devices.GetValueOrDefault(l.HostId) is not null);

    private string Summary
    {
        get
        {
            var design = read!.Zone.Design;
            var clusters = design.Pods.SelectMany(p => p.Clusters).ToArray();
            return string.Join(" · ", design.Kind, Words.Count(design.PhysicalNetworks.Count, "network"), Words.Count(design.Pods.Count, "pod"), Words.Count(clusters.Length, "cluster"),
                Words.Count(clusters.Sum(c => c.Hosts.Count), "host"), Words.Count(design.PublicRanges.Count, "public range"), Words.Count(clusters.Sum(c => c.PrimaryStorages.Count) + design.PrimaryStorages.Count, "primary storage"),
                Words.Count(design.SecondaryStorages.Count, "secondary storage"));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        cloud = (await Clouds.Find(Id))?.Cloud;
        gone = cloud is null;
    }

    // The cloud is asked once the page is there: it may take its time to answer.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !gone) await List();
    }

    private Task List() => Work($"Asking {cloud?.Name} for its zones…", async () =>
    {
        var answer = await FindCloudZones.Execute(await Me.Get(), Id);
        zones = answer.Failed(out outcome) ? [] : answer.Value;
    });

    private Task Read(CloudZoneLine zone) => Work($"Reading {zone.Name}…", async () =>
    {
        var answer = await ReadCloudZone.Execute(await Me.Get(), Id, zone.CloudId);
        if (answer.Failed(out outcome)) return;
        (readId, read) = (answer.Value, Reads.Find(answer.Value));
        names = [.. (await Catalogues.Read(CancellationToken.None)).Snapshot.Devices.Select(d => d.Name)];
        devices.Clear();
        foreach (var link in read!.Links) devices[link.HostId] = link.By is HostLinkBy.Label ? null : link.Device;
    });

    private void Back() => read = null;

    private Task Accept() => Work("Bringing it in…", async () =>
    {
        var answer = await AcceptCloudZone.Execute(await Me.Get(), readId, new AcceptedZone(devices, hostUser, pack));
        if (!answer.Failed(out outcome)) Navigation.NavigateTo(PortalUrls.Zone(answer.Value));
    });

    private async Task Work(string what, Func<Task> work)
    {
        (busy, doing, outcome) = (true, what, null);
        StateHasChanged();
        try
        {
            await work();
        }
        finally
        {
            (busy, doing) = (false, null);
            StateHasChanged();
        }
    }

    private static string? Text(object? value) => value?.ToString() is { Length: > 0 } text ? text : null;

    private static string Why(UnknownKind kind) => kind switch
    {
        UnknownKind.Secret => "secret", UnknownKind.NotListed => "not listed", UnknownKind.NoPlace => "no place in a design", _ => "not allowed",
    };
}
