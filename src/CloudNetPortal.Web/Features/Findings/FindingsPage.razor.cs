using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Findings of all zones.</summary>
public sealed partial class FindingsPage : IDisposable
{
    private readonly List<IDisposable> lines = [];
    private List<Judged>? zones;

    /// <summary>Only this zone.</summary>
    [SupplyParameterFromQuery(Name = "zone")] public Guid? ZoneId { get; set; }

    /// <summary>rule, object, team or place.</summary>
    [SupplyParameterFromQuery(Name = "group")] public string? Group { get; set; }

    [Inject] internal ZoneQueries Queries { get; init; } = null!;

    [Inject] internal JudgeZone Judge { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        lines.Add(Updates.On(Topic.Zones, () => InvokeAsync(Read)));
        lines.Add(Updates.On(Topic.Catalogue, () => InvokeAsync(Read)));
        await Read();
    }

    public void Dispose() => lines.ForEach(line => line.Dispose());

    private async Task Read()
    {
        var read = new List<Judged>();
        foreach (var zone in await Queries.List())
        {
            var judged = await Judge.Execute(zone.Id);
            if (!judged.Failed(out _))
                read.Add(new Judged(zone.Id, zone.Name, judged.Value.Results.Findings));
        }
        zones = read;
        StateHasChanged();
    }

    private static string? Jump(Guid zone, Finding finding) => FieldUrl.Of(zone, finding);

    private static string? Box(ObjectRef named) => named.Path.Split('/') is ["devices", var device, ..] ? PortalUrls.Device(device) : null;

    private sealed record Judged(Guid Id, string Name, IReadOnlyList<Finding> Findings)
    {
        public FindingCounts Counts { get; } = FindingCounts.Of(Findings);
    }
}
