using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Access;

/// <summary>Writes the set-up code into the log at start, while nobody administers the portal.</summary>
internal sealed class SetupNotice(People people, SetupCode code, ILogger<SetupNotice> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await people.HasAdministrator(cancellationToken))
            log.LogWarning("There is no administrator yet. Open {Page} and use the set-up code {Code}", PortalUrls.Setup, code.Reveal());
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
