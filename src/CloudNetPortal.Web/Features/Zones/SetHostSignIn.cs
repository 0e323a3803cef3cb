using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Sets user name and password of all hosts of a cluster. The password is encrypted; the design holds its reference only.</summary>
internal sealed class SetHostSignIn(IDbContextFactory<PortalDbContext> store, EditDraft edit, SecretVault vault, LiveUpdates updates)
{
    public async Task<Answer<DraftEdited>> Execute(Caller caller, Guid zoneId, string clusterId, string userName, string password, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (userName.Length == 0 || password.Length == 0)
            return new Refused("User name and password are both needed.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var design = zone.ReadDraft();
        if (design.Pods.SelectMany(pod => pod.Clusters, (pod, cluster) => (pod, cluster)).FirstOrDefault(found => found.cluster.Id == clusterId) is not { cluster: { } cluster, pod: { } pod })
            return new NotFound("This cluster is no longer in the design.");

        var reference = JsonValue.Create(vault.Add(db, SecretUse.Design, $"{zone.Name}: hosts of {cluster.Name}", password));
        var user = JsonValue.Create(userName);
        var answer = edit.Apply(db, zone, caller,
        [
            .. cluster.Hosts.SelectMany(host => (FieldEdit[])
            [
                new($"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}/userName", host.UserName is null ? null : JsonValue.Create(host.UserName), user.DeepClone()),
                new($"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}/passwordRef", host.PasswordRef is null ? null : JsonValue.Create(host.PasswordRef), reference.DeepClone()),
            ]),
        ]);
        if (answer.Failed(out _))
            return answer;
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId));
        return answer;
    }
}
