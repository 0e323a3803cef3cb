using CloudNetPortal.Import;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Import;

public partial class ImportRunPage
{
    private ImportPreview? preview;
    private Outcome? outcome;
    private bool busy;
    private Guid read;

    [Parameter] public Guid Id { get; set; }
    [Parameter] public string? Step { get; set; }
    [Inject] internal ReadImport Read { get; init; } = null!;
    [Inject] internal BringFiles Bring { get; init; } = null!;
    [Inject] internal DecideImport Decide { get; init; } = null!;
    [Inject] internal AcceptImport AcceptInventory { get; init; } = null!;
    [Inject] internal AcceptZones AcceptDesign { get; init; } = null!;
    [Inject] internal DiscardImport Discard { get; init; } = null!;
    [Inject] internal CurrentCaller Caller { get; init; } = null!;
    [Inject] internal NavigationManager Navigation { get; init; } = null!;

    private int Errors => preview!.Problems.Count(p => p.Weight == ProblemWeight.Error);

    private StatusLook State => preview!.Run.AcceptedAt is not null ? new("Accepted", Tone.Ok, StatusLook.Tick)
        : preview.Run.DiscardedAt is not null ? new("Given up", Tone.Neutral, StatusLook.Cross) : new("Open", Tone.Info, StatusLook.Eye);

    // Only the steps this import has.
    private List<(string Key, string Title)> All
    {
        get
        {
            var steps = new List<(string, string)> { ("sources", "Sources") };
            if (preview!.Inventory.Mapping.RolesMet.Count > 0)
                steps.Add(("mapping", "Mapping"));
            steps.Add(("problems", preview.Problems.Count > 0 ? $"Problems {Words.Number(preview.Problems.Count)}" : "Problems"));
            if (preview.HasInventory)
                steps.Add(("difference", "Difference"));
            if (preview.Zones.Count > 0)
                steps.Add(("zones", "Zones"));
            return steps;
        }
    }

    private string Shown => All.Exists(s => s.Key == Step) ? Step! : "sources";

    private int Current => All.FindIndex(s => s.Key == Shown);

    private (string Key, string Title)? Next => Current + 1 < All.Count ? All[Current + 1] : null;

    private List<StepState> StepStates => [.. All.Select((s, i) => new StepState(s.Title, i < Current, PortalUrls.ImportRun(Id, s.Key), s.Key == "problems" && Errors > 0))];

    protected override async Task OnParametersSetAsync()
    {
        if (read == Id)
            return;
        read = Id;
        await Load();
    }

    private async Task Load()
    {
        var answer = await Read.Execute(await Caller.Get(), Id);
        if (!answer.Failed(out var failed))
            preview = answer.Value;
        else
            outcome = failed;
    }

    private async Task Run(Func<Caller, Task<Outcome?>> act)
    {
        busy = true;
        outcome = await act(await Caller.Get());
        var said = outcome;
        await Load();
        outcome ??= said;
        busy = false;
    }

    private Task ChooseRole((string Word, string Role) choice) => Run(caller => Decide.Execute(caller, Id, c => c.Roles[choice.Word] = choice.Role));

    private Task ChooseKind((string File, string Kind) choice) => Run(caller => Decide.Execute(caller, Id, c =>
    {
        if (choice.Kind.Length == 0)
            c.Kinds.Remove(choice.File);
        else
            c.Kinds[choice.File] = choice.Kind;
    }));

    private Task ChooseDevice((string File, string Device) choice) => Run(caller => Decide.Execute(caller, Id, c =>
    {
        if (choice.Device.Trim().Length == 0)
            c.Devices.Remove(choice.File);
        else
            c.Devices[choice.File] = choice.Device.Trim();
    }));

    private Task AddFiles(IReadOnlyList<BroughtFile> files) => Run(async caller => (await Bring.Execute(caller, Id, files)).Outcome);

    private Task Accept() => Run(caller => AcceptInventory.Execute(caller, Id, preview!.CatalogueVersion));

    private Task AcceptZone(ZoneFilePreview file, int number) => Run(async caller => (await AcceptDesign.Execute(caller, Id, file.File, number)).Outcome);

    private Task GiveUp() => Run(caller => Discard.Execute(caller, Id));
}
