using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Adds a cloud or changes its name, kind or address. Keys are set by <see cref="ReplaceSecret"/>.</summary>
internal sealed class SaveCloud(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    /// <param name="cloudId">Null for a new cloud.</param>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid? cloudId, CloudFields fields, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        if (Problems(fields).ToList() is { Count: > 0 } problems)
            return new Refused(string.Join(" ", problems));
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var cloud = cloudId is null ? null : await db.Clouds.SingleOrDefaultAsync(c => c.Id == cloudId, cancel);
        if (cloud is null && cloudId is not null)
            return Refusals.NoCloud;
        if (cloud is not null && await ProblemOfMove(db, cloud, fields, caller, cancel) is { } refusal)
            return refusal;
        if (cloud is null)
            db.Clouds.Add(cloud = new Cloud { Name = fields.Name.Trim(), Kind = fields.Kind, Endpoint = fields.Endpoint.Trim(), CreatedAt = time.GetUtcNow() });
        else
            (cloud.Name, cloud.Kind, cloud.Endpoint) = (fields.Name.Trim(), fields.Kind, fields.Endpoint.Trim());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Refused($"There is a cloud named {fields.Name.Trim()} already.");
        }

        updates.Tell(Topic.Clouds, Topic.Zones);
        return cloud.Id;
    }

    // What teams agree to is a plan for one cloud: neither who must agree nor where it goes is moved under it.
    private static async Task<Outcome?> ProblemOfMove(PortalDbContext db, Cloud cloud, CloudFields fields, Caller caller, CancellationToken cancel)
    {
        var (otherKind, otherAddress) = (cloud.Kind != fields.Kind, cloud.Endpoint != fields.Endpoint.Trim());
        if (otherKind && !caller.MayAdminister())
            return new Forbidden($"You cannot change the kind of {cloud.Name}: it decides who must approve, so only administrators may.");
        if ((otherKind || otherAddress) && await db.Changes.AnyAsync(c => c.CloudId == cloud.Id && c.State != ChangeState.Done && c.State != ChangeState.Withdrawn, cancel))
            return new Refused($"The {(otherKind ? "kind" : "address")} of {cloud.Name} cannot be changed: changes for it are open. Finish or withdraw them first.");
        return null;
    }

    private static IEnumerable<string> Problems(CloudFields fields)
    {
        if (fields.Name.Trim().Length is 0 or > 100)
            yield return "The cloud needs a name of at most 100 characters.";
        if (!CloudKinds.All.Contains(fields.Kind))
            yield return $"“{fields.Kind}” is no kind of cloud. Kinds: {string.Join(", ", CloudKinds.All)}.";
        if (!Uri.TryCreate(fields.Endpoint.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return "The address must look like https://server:8080/client/api.";
        else if (fields.Endpoint.Trim().Length > 500)
            yield return "The address is longer than 500 characters.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0)
            yield return "The address must not hold a user, a password or a query; keys go into their own fields.";
    }
}

/// <summary>What is typed of a cloud.</summary>
internal sealed record CloudFields(string Name, string Kind, string Endpoint);
