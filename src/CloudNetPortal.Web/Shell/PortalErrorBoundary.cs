using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CloudNetPortal.Web.Shell;

/// <summary>Catches what a page or panel throws, writes it to the log under a number, and shows that number instead of the page's remains.</summary>
public sealed class PortalErrorBoundary : ErrorBoundaryBase
{
    private string? number;

    [Inject] public required ILogger<PortalErrorBoundary> Log { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        number = ErrorNumber.Next();
        Log.LogError(exception, "A page failed; correlation id {CorrelationId}", number);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FailureMessage>(1);
        builder.AddComponentParameter(2, nameof(FailureMessage.Number), number ?? "");
        builder.AddComponentParameter(3, nameof(FailureMessage.OnAgain), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }
}
