using CloudNetPortal.CloudStack.Probing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>One cloud: address, keys, and a test that names causes.</summary>
public sealed partial class CloudPage
{
    private CloudView? view;
    private bool gone;
    private bool busy;
    private Outcome? outcome;
    private ConnectionReport? report;
    private ConfirmDialog? removeDialog;
    private string name = "";
    private string kind = "practice";
    private string endpoint = "";
    private SaveState saved;

    [Parameter] public Guid? Id { get; set; }

    [Inject] internal CloudQueries Queries { get; init; } = null!;
    [Inject] internal SaveCloud SaveCloud { get; init; } = null!;
    [Inject] internal ReplaceSecret ReplaceSecret { get; init; } = null!;
    [Inject] internal TestConnection TestConnection { get; init; } = null!;
    [Inject] internal ReadCloudFacts ReadCloudFacts { get; init; } = null!;
    [Inject] internal RemoveCloud RemoveCloud { get; init; } = null!;
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (Id is not { } id || view?.Cloud.Id == id)
            return;
        await Read(id);
        if (view is { } found)
            (name, kind, endpoint) = (found.Cloud.Name, found.Cloud.Kind, found.Cloud.Endpoint);
    }

    private async Task Read(Guid id)
    {
        view = await Queries.Find(id);
        gone = view is null;
    }

    private async Task Save()
    {
        var answer = await SaveCloud.Execute(await Me.Get(), Id, new CloudFields(name, kind, endpoint));
        if (answer.Failed(out outcome))
            saved = SaveState.NotSaved;
        else if (Id is null)
            Navigation.NavigateTo(PortalUrls.Cloud(answer.Value));
        else
        {
            saved = SaveState.Saved;
            await Read(answer.Value);
        }
    }

    private async Task Replace(KeyUse use, string apiKey, string secretKey)
    {
        outcome = await ReplaceSecret.Execute(await Me.Get(), Id!.Value, use, apiKey, secretKey);
        await Read(Id.Value);
        // Called by the form, which draws only itself anew.
        StateHasChanged();
    }

    private Task Test() => Work(async () =>
    {
        var answer = await TestConnection.Execute(await Me.Get(), Id!.Value);
        if (!answer.Failed(out outcome))
            report = answer.Value;
    });

    private Task ReadFacts() => Work(async () =>
    {
        (await ReadCloudFacts.Execute(await Me.Get(), Id!.Value)).Failed(out outcome);
        await Read(Id!.Value);
    });

    private async Task Remove()
    {
        if (!await removeDialog!.Ask())
            return;
        outcome = await RemoveCloud.Execute(await Me.Get(), Id!.Value);
        if (outcome is null)
            Navigation.NavigateTo(PortalUrls.Clouds);
    }

    private async Task Work(Func<Task> work)
    {
        busy = true;
        StateHasChanged();
        try
        {
            await work();
        }
        finally
        {
            busy = false;
        }
    }
}
