using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>The findings of the zone that is open: judged in the background while people type, and answered.</summary>
public sealed partial class ZonePage
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(300);
    private IReadOnlyList<Waiver> waivers = [];
    private PackRequest? packWish;
    private Caller? me;
    private FixDialog? fixDialog;
    private WaiverDialog? waiverDialog;
    private AcknowledgeDialog? noteDialog;
    private Waiver? proposal;
    private string whyWarnings = "";
    private string? focused;
    private (int Version, ZoneDesign Design)? draft;
    private FailureReport? failures;
    private Judgement? failuresOf;
    private Plan? plan;
    private (ZoneDesign? Design, CatalogueSnapshot? Catalogue) planOf;
    private bool judging;
    private bool moved;
    private bool judgingLong;

    [Inject] internal ZoneAnswers Answers { get; init; } = null!;
    [Inject] internal RequestWaiver RequestWaiver { get; init; } = null!;
    [Inject] internal DecideWaiver DecideWaiver { get; init; } = null!;
    [Inject] internal CloseWaiver CloseWaiver { get; init; } = null!;
    [Inject] internal AcknowledgeWarnings AcknowledgeWarnings { get; init; } = null!;
    [Inject] internal SetZonePack SetZonePack { get; init; } = null!;
    [Inject] internal DecideZonePack DecideZonePack { get; init; } = null!;
    [Inject] public required IJSRuntime Browser { get; init; }

    // A practice cloud asks nobody, so nobody has to be told why a warning may stay.
    private IReadOnlyList<Finding> ToAcknowledge => view?.Cloud is null or { Kind: CloudKinds.Practice } ? [] : judged?.Results.Warnings ?? [];

    /// <summary>Somebody came by a link to a field: the focus goes into it, once.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (editing is null || focused == Navigation.Uri)
            return;
        if (new Uri(Navigation.Uri).Fragment is ['#', 'f', '-', .. var path])
        {
            focused = Navigation.Uri;
            await Browser.InvokeVoidAsync("portal.focusField", Uri.UnescapeDataString(path));
        }
        else if (WantedFinding is { } wanted && judged is not null)
        {
            focused = Navigation.Uri;
            await Browser.InvokeVoidAsync("portal.focusFinding", wanted);
        }
    }

    private string? WantedFinding => new Uri(Navigation.Uri).Fragment is ['#', 'f', 'i', 'n', 'd', 'i', 'n', 'g', '-', .. var fingerprint] ? fingerprint : null;

    // One judgement at a time; what was edited meanwhile is judged right after, so the newest edit wins and nobody waits for it.
    private void JudgeSoon()
    {
        moved = true;
        if (judging)
            return;
        judging = true;
        _ = InvokeAsync(JudgeUntilStill);
    }

    private async Task JudgeUntilStill()
    {
        try
        {
            while (moved)
            {
                moved = false;
                var zone = Id;
                var answer = Task.Run(() => Judge.Execute(zone));
                if (await Task.WhenAny(answer, Task.Delay(Long, Time)) != answer)
                {
                    judgingLong = true;
                    StateHasChanged();
                }

                var judgement = await answer;
                var told = judgingLong;
                judgingLong = false;
                if (judgement.Failed(out _) || zone != Id || view is null)
                    continue;
                var before = judged;
                judged = judgement.Value;
                if (!told && before is not null && ReferenceEquals(before.Results, judged.Results))
                    continue; // the page shows them already
                await Show(view.Design);
                _ = WorkOut();
            }
        }
        finally
        {
            judging = judgingLong = false;
        }
    }

    // What a part shows beside fields and findings: only while somebody looks at it, and away from the thread that serves their keys. The newest wins.
    private async Task WorkOut()
    {
        if (judged is not { } now)
            return;
        if (Current.Key == "failures" && failuresOf?.Judged != now.Judged)
        {
            failuresOf = now;
            var report = await Task.Run(() => new RuleFacts(now.Design, now.Catalogue).Failures);
            if (failuresOf == now)
                failures = report;
            StateHasChanged();
        }
        else if (Current.Key == "plan" && view?.Design is { } design && (planOf.Design != design || planOf.Catalogue != now.Catalogue))
        {
            planOf = (design, now.Catalogue);
            var made = await Task.Run(() => Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), now.Catalogue));
            if (planOf == (design, now.Catalogue))
                plan = made;
            StateHasChanged();
        }
    }

    // Null where nothing can be waived, empty where it can, else why not.
    private static string? WhyNoWaiver(Finding finding) => finding.Standing switch
    {
        Standing.Advice or Standing.Waived => null,
        Standing.NotVerified when finding.Severity < Severity.Warning => null,
        _ when finding.Severity == Severity.Error && RuleBook.Find(finding.RuleId)?.Cases.FirstOrDefault(c => c.Letter == finding.Case)?.RefusedByServer == true => "Cannot be waived: CloudStack would refuse the call.",
        _ => "",
    };

    private string? JumpUrl(Finding finding) => FieldUrl.Of(Id, finding);

    private Task Fix(ChosenFix chosen) => fixDialog!.Open(chosen, fix => FixPreview.Of(fix, view!.Design, judged!.Catalogue));

    private async Task ApplyChosen(ChosenFix chosen)
    {
        outcome = await ApplyFix.Execute(await Me.Get(), Id, chosen.Fix);
        if (outcome is null)
            (saved, savedAt) = (SaveState.Saved, Time.GetUtcNow());
        await Read();
    }

    private async Task<Outcome?> AskForWaiver(IReadOnlyList<Finding> findings, WaiverWish wish)
    {
        var answer = await RequestWaiver.Execute(await Me.Get(), Id, [.. findings.Select(f => f.Fingerprint)], wish);
        if (answer.Failed(out var why))
            return why;
        if (proposal is { } answered)
            await CloseWaiver.Execute(await Me.Get(), answered.Id);
        await Read();
        return null;
    }

    private Task AskFor(IReadOnlyList<Finding> findings)
    {
        proposal = null;
        return waiverDialog!.Open(findings);
    }

    // What the exception covered in the design that was copied, where it is found here as well.
    private Task AskAnew(Waiver copied)
    {
        proposal = copied;
        return waiverDialog!.Open(WaiverTable.Found(copied, judged!.Results.Findings), copied.Reason, copied.Ticket);
    }

    private Task NoteAll(IReadOnlyList<Finding> findings) => noteDialog!.Open(findings);

    private async Task<Outcome?> Acknowledge(IReadOnlyList<Finding> findings, string sentence)
    {
        var answer = await AcknowledgeWarnings.Execute(await Me.Get(), Id, [.. findings.Select(f => f.Fingerprint)], sentence);
        if (!answer.Failed(out var why))
            await Read();
        return why;
    }

    private Task AcknowledgeAll() => noteDialog!.Open(judged!.Results.Warnings);

    private async Task Decide(Waiver waiver, WaiverDecision decision, string team, string why)
    {
        outcome = await DecideWaiver.Execute(await Me.Get(), waiver.Id, decision, team, why);
        await Read();
    }

    private async Task CloseAsked(Waiver waiver)
    {
        outcome = await CloseWaiver.Execute(await Me.Get(), waiver.Id);
        await Read();
    }

    private async Task SetTarget(Guid? cloudId)
    {
        outcome = await SetZoneTarget.Execute(await Me.Get(), Id, cloudId, view!.Zone.PolicyPack);
        await Read();
    }

    private async Task SetPack(string pack, string why)
    {
        var answer = await SetZonePack.Execute(await Me.Get(), Id, pack, why);
        answer.Failed(out outcome);
        await Read();
    }

    private async Task DecidePack(bool agreed)
    {
        outcome = await DecideZonePack.Execute(await Me.Get(), Id, agreed);
        await Read();
    }
}
