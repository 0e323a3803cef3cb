using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features;

/// <summary>What is put in place at a start: clouds from the configuration, and with <c>Portal:Sample</c> the sample scene, once.</summary>
internal sealed class FirstData(
    IDbContextFactory<PortalDbContext> store, ConfiguredClouds clouds, SampleScene scene, SetHostSignIn signIn, SubmitZone submit, StartPush push,
    IPasswordHasher<PortalUser> hasher, IConfiguration configuration, ILogger<FirstData> log)
{
    public async Task Execute(CancellationToken cancel = default)
    {
        await clouds.Execute(cancel);
        if (!configuration.GetValue<bool>("Portal:Sample"))
            return;
        if (await scene.Put(hasher.HashPassword, cancel) is not { } passwords)
            return;
        await WriteLogins(passwords, cancel);
        await PushTwin(cancel);
    }

    // For one pair of eyes: whoever owns the data folder.
    private async Task WriteLogins(IReadOnlyDictionary<string, string> passwords, CancellationToken cancel)
    {
        var folder = configuration["Portal:DataFolder"] ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "cloudnetportal");
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = Path.Combine(folder, "sample-logins.txt");
        File.Delete(file);
        await using var writer = new StreamWriter(file, options);
        foreach (var person in SamplePeople.All.Where(person => passwords.ContainsKey(person.SignInName)))
            await writer.WriteLineAsync($"{person.SignInName,-6} {passwords[person.SignInName]}  {person.Does}".AsMemory(), cancel);
    }

    // The zone with a live twin: submitted and pushed like any other; a practice cloud needs nobody's consent.
    private async Task PushTwin(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        foreach (var zone in await db.Zones.AsNoTracking().Where(z => z.IsSample).OrderBy(z => z.Name).ToListAsync(cancel))
        {
            foreach (var cluster in zone.ReadDraft().Pods.SelectMany(pod => pod.Clusters))
                await signIn.Execute(Caller.Portal, zone.Id, cluster.Id, "root", "sample", cancel);
        }

        if (await db.Zones.AsNoTracking().Where(z => z.IsSample && z.CloudId != null).SingleOrDefaultAsync(z => z.Name == "sample-live", cancel) is not { } live)
            return;
        var submitted = await submit.Execute(Caller.Portal, live.Id, "Put the sample zone on the practice cloud", "So that there is a zone to look at.", cancel: cancel);
        if (submitted.Failed(out var outcome))
        {
            log.LogWarning("The sample zone is not pushed: {Why}", outcome.Sentence);
            return;
        }

        var change = await db.Changes.AsNoTracking().SingleAsync(c => c.Number == submitted.Value, cancel);
        if ((await push.Execute(Caller.Portal, change.Id, live.Name, cancel)).Failed(out outcome))
            log.LogWarning("The sample zone is not pushed: {Why}", outcome.Sentence);
    }
}
