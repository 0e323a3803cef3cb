using System.Globalization;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Where one zone differs from what was pushed, and the three answers to that.</summary>
public sealed partial class DriftPage : IDisposable
{
    private readonly HashSet<Guid> chosen = [];
    private DriftView? view;
    private bool gone;
    private bool busy;
    private string? doing;
    private string? said;
    private Outcome? outcome;
    private Outcome? ignoreOutcome;
    private ModalDialog? ignoreDialog;
    private DateOnly? until;
    private string reason = "";
    private IDisposable? line;

    [Parameter] public Guid Id { get; set; }

    [Inject] internal DriftQueries Queries { get; init; } = null!;
    [Inject] internal DriftBoard Board { get; init; } = null!;
    [Inject] internal CheckDrift CheckDrift { get; init; } = null!;
    [Inject] internal AcceptDrift AcceptDrift { get; init; } = null!;
    [Inject] internal IgnoreDrift IgnoreDrift { get; init; } = null!;
    [Inject] internal RevertDrift RevertDrift { get; init; } = null!;
    [Inject] internal ResolveThreeWay ResolveThreeWay { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required TimeProvider Time { get; init; }

    private string Counts
    {
        get
        {
            var open = view!.Rows.Count(r => !r.IsIgnored);
            var ignored = view.Rows.Count - open;
            return open == 0 && ignored == 0 ? "All is as pushed." : $"{open} open{(ignored == 0 ? "" : $", {ignored} ignored")}.";
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        line?.Dispose();
        line = Updates.On(Topic.Zone(Id), () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        view = await Queries.Find(Id);
        gone = view is null;
        doing = Board.Doing(Id) is { } now ? now + "… " : null;
        chosen.RemoveWhere(id => view?.Rows.Any(r => r.Finding.Id == id) != true);
        StateHasChanged();
    }

    // The reading goes on when the page is closed; pages hear of it through the board.
    private async Task ReadNow()
    {
        (outcome, said) = (null, null);
        var caller = await Me.Get();
        _ = Task.Run(async () =>
        {
            var answer = await CheckDrift.Execute(caller, Id);
            await InvokeAsync(async () =>
            {
                answer.Failed(out outcome);
                said = outcome is null ? $"Read: {(answer.Value == 0 ? "all is as pushed" : Words.Count(answer.Value, "difference") + " open")}." : null;
                await Read();
            });
        });
    }

    private void Choose(Guid finding)
    {
        if (!chosen.Remove(finding)) chosen.Add(finding);
    }

    private void ChooseAll(bool all)
    {
        chosen.Clear();
        if (all) chosen.UnionWith(view!.Rows.Select(r => r.Finding.Id));
    }

    private Task Revert() => Work(async caller =>
    {
        var answer = await RevertDrift.Execute(caller, Id, [.. chosen]);
        if (!answer.Failed(out outcome)) Navigation.NavigateTo(PortalUrls.Change(answer.Value));
    });

    private Task Accept() => Work(async caller =>
    {
        var n = chosen.Count;
        var answer = await AcceptDrift.Execute(caller, Id, [.. chosen]);
        if (!answer.Failed(out outcome)) said = $"{Words.Count(n, "difference")} taken over; the design is r{answer.Value} now.";
    });

    private async Task AskIgnore()
    {
        (ignoreOutcome, until) = (null, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime).AddDays(30));
        await ignoreDialog!.Open();
    }

    private Task Ignore() => Work(async caller =>
    {
        ignoreOutcome = until is null ? new Refused("A date is needed.") : await IgnoreDrift.Execute(caller, Id, [.. chosen], until, reason);
        if (ignoreOutcome is null) await ignoreDialog!.Close();
    });

    private Task Heed() => Work(async caller => outcome = await IgnoreDrift.Execute(caller, Id, [.. chosen], null, ""));

    private Task Resolve((Guid Finding, bool TakeCloud) choice) => Work(async caller => outcome = await ResolveThreeWay.Execute(caller, Id, choice.Finding, choice.TakeCloud));

    private async Task Work(Func<Caller, Task> work)
    {
        (busy, said, outcome) = (true, null, null);
        try
        {
            await work(await Me.Get());
        }
        finally
        {
            busy = false;
        }
        await Read();
    }

    private static string Seconds(int milliseconds) => (milliseconds / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
