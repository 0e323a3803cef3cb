using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>The workspace of one zone: fetches and saves; the sections draw.</summary>
public sealed partial class ZonePage : IDisposable
{
    private readonly Dictionary<string, FieldState> states = [];
    private readonly List<IDisposable> lines = [];
    private ZoneView? view;
    private ZoneEditing? editing;
    private Judgement? judged;
    private IReadOnlyList<Cloud> clouds = [];
    private IReadOnlyList<DraftEdit> edits = [];
    private Dictionary<Guid, string> names = [];
    private Guid loaded;
    private bool gone;
    private bool busy;
    private Outcome? outcome;
    private Outcome? submitOutcome;
    private ModalDialog? submitDialog;
    private string title = "";
    private string reason = "";
    private SaveState saved;
    private DateTimeOffset? savedAt;

    [Parameter] public Guid Id { get; set; }

    [Parameter] public string? Section { get; set; }

    [Inject] internal ZoneQueries Queries { get; init; } = null!;
    [Inject] internal JudgeZone Judge { get; init; } = null!;
    [Inject] internal EditDraft EditDraft { get; init; } = null!;
    [Inject] internal ApplyFix ApplyFix { get; init; } = null!;
    [Inject] internal SetHostSignIn SetHostSignIn { get; init; } = null!;
    [Inject] internal SetZoneTarget SetZoneTarget { get; init; } = null!;
    [Inject] internal SubmitZone SubmitZone { get; init; } = null!;
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;
    [Inject] public required IDbContextFactory<PortalDbContext> Store { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required TimeProvider Time { get; init; }

    private PlanWishes wishes = PlanWishes.None;

    private ZoneSection Current => ZoneSection.Find(Section);

    private IReadOnlyList<Finding> Here => editing!.In(Current.Key);

    private IReadOnlyList<TabLink> Tabs =>
    [
        .. ZoneSection.All.Select(section =>
        {
            var here = editing!.In(section.Key).Where(f => f.Standing <= Standing.Warning).ToList();
            return new TabLink(section.Title, PortalUrls.Zone(Id, section.Key), here.Count, here.Count == 0 ? null : here.Max(f => f.Severity));
        }),
    ];

    private string? WhyNotSubmit =>
        judged?.Results.Errors is [var first, ..] errors ? $"{Words.Count(errors.Count, "open error")}: {first.Message}" : view?.Cloud is null ? "Choose a target cloud in the summary first." : editing?.MayEdit != true ? Refusals.NotADesigner.Sentence : null;

    protected override async Task OnParametersSetAsync()
    {
        if (loaded != Id)
        {
            loaded = Id;
            Dispose();
            (judged, draft, plan, planOf) = (null, null, null, default);
            lines.Add(Updates.On(Topic.Zone(Id), () => InvokeAsync(Read)));
            lines.Add(Updates.On(Topic.Catalogue, () => InvokeAsync(Read)));
            await using var db = await Store.CreateDbContextAsync();
            clouds = await db.Clouds.AsNoTracking().OrderBy(c => c.Name).ToListAsync();
            names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.DisplayName);
            await Read();
        }
        else if (Current.Key == "history")
        {
            edits = await Queries.Edits(Id);
        }
        else
        {
            _ = WorkOut();
        }
    }

    public void Dispose()
    {
        foreach (var line in lines)
            line.Dispose();
        lines.Clear();
    }

    private async Task Read()
    {
        var zone = Id;
        var found = await Task.Run(() => Queries.Find(zone));
        if (zone != Id)
            return;
        gone = found is null;
        if (found is null)
            return;
        var before = view;
        view = found;
        // An edit that was saved meanwhile is newer than what was read for this.
        if (draft is not { } newer || newer.Version <= found.Zone.DraftVersion)
            draft = (found.Zone.DraftVersion, found.Design);
        if (Current.Key == "history")
            edits = await Queries.Edits(Id);
        (waivers, packWish, me) = (await Answers.Waivers(Id), await Answers.PackWish(Id), await Me.Get());
        if (judged is null)
        {
            var judgement = await Task.Run(() => Judge.Execute(zone));
            if (!judgement.Failed(out _))
                judged = judgement.Value;
            await Show(draft!.Value.Design);
            _ = WorkOut();
        }
        else
        {
            // The echo of one's own edit: the page shows it already.
            if (before is null || before.Design != draft!.Value.Design || Frame(before) != Frame(found) || Current.Key is "findings" or "summary" or "history")
                await Show(draft!.Value.Design);
            JudgeSoon();
        }
    }

    // What the bar and the buttons say of it.
    private static (string, Guid?, int?, Domain.Approvals.ChangeState?) Frame(ZoneView view) => (view.Zone.PolicyPack, view.Zone.CloudId, view.OpenChange?.Number, view.OpenChange?.State);

    private async Task Show(ZoneDesign design)
    {
        view = view! with { Design = design };
        editing = new ZoneEditing
        {
            Design = design, Findings = judged?.Results.Findings ?? [], Catalogue = judged?.Catalogue ?? Domain.Catalogue.CatalogueSnapshot.Empty, MayEdit = (await Me.Get()).MayDesignZones(),
            States = new Dictionary<string, FieldState>(states), Save = Save, KeepTheirs = KeepTheirs, Fix = Fix, SetHostSignIn = SetSignIn,
        };
        StateHasChanged();
    }

    private async Task Save(IReadOnlyList<FieldEdit> wanted)
    {
        saved = SaveState.Saving;
        var (caller, zone) = (await Me.Get(), Id);
        var answer = await Task.Run(() => EditDraft.Execute(caller, zone, wanted));
        if (answer.Failed(out outcome))
        {
            saved = SaveState.NotSaved;
            foreach (var edit in wanted)
                states[edit.Path] = new FieldState(SaveState.NotSaved, outcome.Sentence);
            await Show(view!.Design);
            return;
        }

        (saved, savedAt) = (SaveState.Saved, Time.GetUtcNow());
        draft = (answer.Value.Version, answer.Value.Design);
        JudgeSoon();
        foreach (var edit in wanted)
            states[edit.Path] = new FieldState(SaveState.Saved);
        foreach (var conflict in answer.Value.Conflicts)
        {
            // A text field shows both values and asks; what has no field of its own is said on top.
            states[conflict.Edit.Path] = new FieldState(SaveState.NotSaved, await WhoChanged(conflict), conflict);
            if (conflict.Edit.To is System.Text.Json.Nodes.JsonObject || conflict.Edit.From is System.Text.Json.Nodes.JsonObject)
                outcome = new Stale(await WhoChanged(conflict));
        }
        await Show(answer.Value.Design);
    }

    private async Task<string> WhoChanged(FieldConflict conflict)
    {
        var last = (await Queries.Edits(Id, 500)).FirstOrDefault(e => e.Path == conflict.Edit.Path || conflict.Edit.Path.StartsWith(e.Path + "/", StringComparison.Ordinal));
        return last is null ? conflict.Reason : $"{last.ByName} changed this at {last.At.UtcDateTime:HH:mm} UTC.";
    }

    private void KeepTheirs(string path)
    {
        states.Remove(path);
        _ = Show(view!.Design);
    }

    private async Task SetSignIn(Cluster cluster, string userName, string password)
    {
        var answer = await SetHostSignIn.Execute(await Me.Get(), Id, cluster.Id, userName, password);
        if (!answer.Failed(out outcome))
            await Show(answer.Value.Design);
    }

    private async Task AskSubmit()
    {
        if (WhyNotSubmit is { } why)
        {
            outcome = new Refused(why);
            return;
        }
        (submitOutcome, whyWarnings) = (null, "");
        title = view!.OpenChange?.Title ?? $"{view.Design.Name}, {(view.PushedChange is null ? "new zone" : "change")}";
        await submitDialog!.Open();
    }

    private async Task Submit()
    {
        busy = true;
        var answer = await SubmitZone.Execute(await Me.Get(), Id, title, reason, whyWarnings, wishes);
        busy = false;
        if (!answer.Failed(out submitOutcome))
            Navigation.NavigateTo(PortalUrls.Change(answer.Value));
    }

    private string? DesignUrl(string? path) => path is null ? null : PortalUrls.Zone(Id, ZoneSection.Of(new Finding { RuleId = "", Severity = Severity.Advice, Message = "", Path = path })) + "#f-" + path;

    private string? UrlOf(ObjectRef named) => named.Path.StartsWith("devices/", StringComparison.Ordinal) ? PortalUrls.Device(named.Path.Split('/')[1]) : named.Path.Length == 0 ? null : DesignUrl(named.Path);
}
