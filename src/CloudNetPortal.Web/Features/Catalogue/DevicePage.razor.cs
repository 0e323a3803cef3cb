using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Web.Features.Diagrams.Drawing;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using CloudNetPortal.Web.Features.Findings;
using Microsoft.JSInterop;
using CloudNetPortal.Domain.Rules.Facts;
using Microsoft.AspNetCore.Components;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>A device: what it is, its interfaces, the drawing of it, its cables, what it heard, and what was done to it.</summary>
public sealed partial class DevicePage : IDisposable
{
    private Device? device;
    private HostPicture? picture;
    private Caller? caller;
    private Outcome? outcome;
    private DeviceDraft? draft;
    private InterfaceDraft? editing;
    private ConfirmDialog? confirm;
    private IReadOnlyList<InterfaceLine>? lines;
    private IReadOnlyList<Interface>? cabled;
    private IReadOnlyList<(string Port, LldpNeighbour Heard, string Documented)>? heard;
    private IReadOnlyList<AuditRecord>? history;
    private IReadOnlyList<Rack> racks = [];
    private IReadOnlyList<string> uplinks = [];
    private Dictionary<Guid, string> cables = [];
    private Dictionary<Guid, DerivedName> derived = [];
    private Dictionary<string, IReadOnlyList<PartProblem>> problems = [];
    private string summary = "";
    private int highestVlan = 4094;
    private string? focused, opened;
    private bool mayEdit, read;
    private IDisposable? line;

    [Parameter] public string Name { get; set; } = "";
    [Parameter] public string? Part { get; set; }
    [Inject] internal HostPictures Pictures { get; init; } = null!;
    [Inject] internal CatalogueFindings Findings { get; init; } = null!;
    [Inject] internal DeviceQueries Queries { get; init; } = null!;
    [Inject] internal CurrentCaller Signed { get; init; } = null!;
    [Inject] internal SaveInterface SaveInterface { get; init; } = null!;
    [Inject] internal SaveDevice SaveDevice { get; init; } = null!;
    [Inject] internal RemoveDevice RemoveDevice { get; init; } = null!;
    [Inject] internal PlanBridge PlanBridge { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;
    [Inject] internal IJSRuntime Browser { get; init; } = null!;
    [Inject] internal NavigationManager Navigation { get; init; } = null!;

    private static IReadOnlyList<(string, string)> Trail => [("Catalogue", PortalUrls.Devices), ("Devices", PortalUrls.Devices)];

    private bool IsHost => device?.LogicalHost is not null || device?.Role == DeviceRoles.Hypervisor;

    private string Current => Part is "interfaces" or "cables" or "lldp" or "history" || Part == "logical" && IsHost ? Part : "overview";

    private IReadOnlyList<TabLink> Tabs
    {
        get
        {
            TabLink Tab(string title, string part, int count = 0, Severity? weight = null) => new(title, PortalUrls.Device(device!.Name, part), count, weight);
            var errors = picture?.Problems.Count(p => p.IsError) ?? 0;
            return [Tab("Overview", "overview"), Tab("Interfaces", "interfaces", device!.Interfaces.Count), .. IsHost ? [Tab("Physical and logical", "logical", errors, Severity.Error)] : Array.Empty<TabLink>(),
                Tab("Cables", "cables", cabled?.Count ?? 0), Tab("LLDP", "lldp", heard?.Count ?? 0), Tab("History", "history")];
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        caller ??= await Signed.Get();
        // What others save is shown at once; what is being typed stays, and is compared when it is kept.
        line ??= Updates.On(Topic.Catalogue, () => InvokeAsync(async () =>
        {
            await Read(fresh: false);
            StateHasChanged();
        }));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read(bool fresh = true)
    {
        var snapshot = await Pictures.Catalogue();
        // What is shown changes in one step: nothing is drawn from half of the new and half of the old.
        var seen = HostPictures.Find(snapshot, Name) is { } found ? await Pictures.Of(found.Name) : null;
        (picture, device, read) = (seen, seen?.Device, true);
        if (picture is null || device is null)
            return;
        mayEdit = caller!.MayEdit(device.Role);
        draft = draft?.Id == device.Id && !fresh ? draft : DeviceDraft.Of(device);
        lines = InterfaceTree.Of(device);
        racks = snapshot.Racks;
        var facts = new RuleFacts(picture.Design ?? new ZoneDesign(), snapshot);
        cables = device.Interfaces.Where(i => facts.Catalogue.CablesAt(i).Any()).ToDictionary(i => i.Id, i => facts.PathFrom(i) is var path && path.End is { } end ? $"{path.Cables()} → {end.Device.Name} {end.Port.Name}" : $"{path.Cables()} ({path.Gap()})");
        cabled = [.. device.Interfaces.Where(i => cables.ContainsKey(i.Id)).OrderBy(i => i.Name, NaturalOrder.Comparer)];
        var mine = device.Interfaces.ToDictionary(i => i.Id);
        heard = [.. snapshot.Neighbours.Where(n => mine.ContainsKey(n.InterfaceId)).Select(n => (mine[n.InterfaceId].Name, n, facts.PathFrom(mine[n.InterfaceId]).End is { } end ? $"{end.Device.Name} {end.Port.Name}" : "nothing")).OrderBy(n => n.Name, NaturalOrder.Comparer)];
        var placed = (await Findings.Read()).Ports(device.Name);
        problems = picture.Parts.Where(p => p.Layer != HostLayer.Ports && p.Problems.Count > 0).Select(p => (p.Name, p.Problems)).Concat(placed.Select(p => (Name: p.Key, Problems: p.Value)))
            .GroupBy(p => p.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<PartProblem>)[.. g.SelectMany(p => p.Problems).DistinctBy(p => (p.RuleId, p.Sentence))]);
        uplinks = [.. device.Interfaces.Where(i => !i.MadeByCloudStack && !i.ManagementOnly && i.BridgeId is null && i.BondId is null && i.Kind is InterfaceKind.Physical or InterfaceKind.Bond or InterfaceKind.Vlan && i.BridgeId is null && i.BondId is null).OrderBy(i => i.Name, NaturalOrder.Comparer).Select(i => i.Name)];
        Derive(facts);
        summary = string.Join(" · ", new[] { device.Role, picture.Box.Count > 1 ? string.Join(" · ", picture.Box.Skip(1)) : null, picture.Design is { } zone ? $"host of zone {zone.Name}" : null }.OfType<string>());
        history = Current == "history" ? await Queries.History(device) : null;
    }

    // Names are derived from the uplink of a label and the largest VLAN it may carry.
    private void Derive(RuleFacts facts)
    {
        derived = [];
        if (device!.LogicalHost is not { Hypervisor: "KVM", UsesOpenVSwitch: false } || facts.Hosts.FirstOrDefault(h => h.Device == device) is not { } host)
            return;
        foreach (var use in LabelUse.Of(facts, host).Where(u => u is { Found.Uplink: not null, Tagged.IsEmpty: false }))
        {
            highestVlan = use.Tagged.Highest;
            var name = new DerivedName(use.Found!.Uplink!.Name, use.Tagged.Highest);
            if (!derived.TryGetValue(use.Target!.Id, out var known) || known.Text.Length < name.Text.Length)
                derived[use.Target.Id] = name;
        }
    }

    /// <summary>Somebody came by a link to a field: its form is opened where they may edit, and the focus goes into it, once.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (device is null || focused == Navigation.Uri || new Uri(Navigation.Uri).Fragment is not ['#', 'f', '-', .. var escaped])
            return;
        var path = Uri.UnescapeDataString(escaped);
        var place = CataloguePath.Read(path);
        if (mayEdit && Current == "interfaces" && place is { Port: { } name, Field: not "cable" } && opened != Navigation.Uri && device.Interfaces.Find(i => i.Name == name) is { } port)
        {
            (opened, editing) = (Navigation.Uri, InterfaceDraft.Of(port));
            StateHasChanged();
            return;
        }

        focused = Navigation.Uri;
        // A finding of the port as a whole: its first fields.
        await Browser.InvokeVoidAsync("portal.focusField", editing is not null && place?.Field is null or "name" ? $"devices/{place!.Device}/ports/{place.Port}/{(IsHost ? "mtu" : "mode")}" : path);
    }

    private void Edit(Interface? port) => editing = port is null || editing?.Id == port.Id ? null : InterfaceDraft.Of(port);

    private async Task Save(InterfaceDraft changed)
    {
        outcome = await SaveInterface.Execute(caller!, changed);
        if (outcome is null)
            editing = null;
        await Read();
    }

    private async Task SaveDraft()
    {
        var answer = await SaveDevice.Execute(caller!, draft!);
        if (answer.Failed(out outcome))
            return;
        if (!answer.Value.Equals(Name, StringComparison.OrdinalIgnoreCase))
            Navigation.NavigateTo(PortalUrls.Device(answer.Value));
        else
            await Read();
    }

    private async Task Plan((string Name, string Uplink) bridge)
    {
        outcome = await PlanBridge.Execute(caller!, device!.Name, bridge.Name, bridge.Uplink);
        await Read();
    }

    private async Task Remove()
    {
        if (!await confirm!.Ask())
            return;
        outcome = await RemoveDevice.Execute(caller!, device!.Name);
        if (outcome is null)
            Navigation.NavigateTo(PortalUrls.Devices);
    }

    private void Open(string key)
    {
        if (picture!.Find(key) is not { InterfaceId: { } id } part)
            return;
        Navigation.NavigateTo(part.Layer is HostLayer.Nics or HostLayer.Ports or HostLayer.Bonds ? PortalUrls.Trace(id) : PortalUrls.Device(device!.Name, "interfaces"));
    }
}
