using System.Collections.Concurrent;
using CloudNetPortal.Store.Access;

namespace CloudNetPortal.Web.Access;

/// <summary>The people who may sign in.</summary>
internal sealed class People
{
    private readonly ConcurrentDictionary<Guid, PortalUser> users = new();

    public Task<PortalUser?> FindByName(string name, CancellationToken cancel) =>
        Task.FromResult(users.Values.FirstOrDefault(user => user.SignInName == Key(name)));

    public Task<PortalUser?> Find(Guid id, CancellationToken cancel) => Task.FromResult(users.GetValueOrDefault(id));

    public Task<bool> HasAdministrator(CancellationToken cancel) =>
        Task.FromResult(users.Values.Any(user => user.Roles.Contains(Roles.Administrator) && !user.Disabled));

    public Task Save(PortalUser user, CancellationToken cancel)
    {
        users[user.Id] = user;
        return Task.CompletedTask;
    }

    public static string Key(string name) => name.Trim().ToLowerInvariant();
}
