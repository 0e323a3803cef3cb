using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CloudNetPortal.Store.Catalogue;

/// <summary>
/// What is in the catalogue, as a number for each device and cable with all that belongs to it, and for each other list. A row that is written, by whomever, is
/// another version of it in PostgreSQL (its xmin), and so gives another number.
/// </summary>
internal sealed record CataloguePrints(Prints Devices, Prints Cables, IReadOnlyDictionary<string, long> Lists)
{
    // Rows of different tables under one id, written at once, must not cancel each other out: hence the seeds.
    private const string Query = """
        select 'devices', key, bit_xor(print) from (
            select id as key, uuid_hash_extended(id, xmin::text::bigint) as print from devices
            union all select device_id, uuid_hash_extended(id, xmin::text::bigint) from logical_hosts
            union all select device_id, uuid_hash_extended(id, xmin::text::bigint) from interfaces
            union all select i.device_id, uuid_hash_extended(a.id, a.xmin::text::bigint) from interface_addresses a join interfaces i on i.id = a.interface_id) as d group by key
        union all select 'cables', key, bit_xor(print) from (
            select id as key, uuid_hash_extended(id, xmin::text::bigint) as print from cables
            union all select cable_id, uuid_hash_extended(id, xmin::text::bigint) from cable_ends) as c group by key
        union all select 'datacenters', null, coalesce(bit_xor(uuid_hash_extended(id, xmin::text::bigint)), 0) from (select id, xmin from datacenters union all select id, xmin from rooms) as d
        union all select 'racks', null, coalesce(bit_xor(uuid_hash_extended(id, xmin::text::bigint)), 0) from racks
        union all select 'device_types', null, coalesce(bit_xor(uuid_hash_extended(id, xmin::text::bigint)), 0) from device_types
        union all select 'prefixes', null, coalesce(bit_xor(uuid_hash_extended(id, xmin::text::bigint)), 0) from prefixes
        union all select 'lldp_neighbours', null, coalesce(bit_xor(uuid_hash_extended(id, xmin::text::bigint)), 0) from lldp_neighbours
        """;

    /// <summary>Reads them, in the transaction of the context.</summary>
    public static async Task<CataloguePrints> Read(PortalDbContext context, CancellationToken cancel)
    {
        var (devices, cables, lists) = (new Dictionary<Guid, long>(), new Dictionary<Guid, long>(), new Dictionary<string, long>());
        await using var command = context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (Query, context.Database.CurrentTransaction?.GetDbTransaction());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (of, print) = (rows.GetString(0), rows.GetInt64(2));
            if (of == "devices")
                devices[rows.GetGuid(1)] = print;
            else if (of == "cables")
                cables[rows.GetGuid(1)] = print;
            else
                lists[of] = print;
        }

        return new CataloguePrints(new Prints(devices), new Prints(cables), lists);
    }
}

/// <summary>A number for each thing.</summary>
internal sealed record Prints(IReadOnlyDictionary<Guid, long> Of)
{
    /// <summary>What was written or removed since.</summary>
    public Moved Since(Prints before) => new(
        [.. Of.Where(print => !before.Of.TryGetValue(print.Key, out var was) || was != print.Value).Select(print => print.Key)],
        before.Of.Keys.Any(key => !Of.ContainsKey(key)), Of.Count);
}

/// <summary>Which things moved.</summary>
/// <param name="Written">Those that are new or other than they were.</param>
/// <param name="Removed">Whether any is gone.</param>
/// <param name="All">How many there are now.</param>
internal sealed record Moved(HashSet<Guid> Written, bool Removed, int All)
{
    public bool IsNothing => Written.Count == 0 && !Removed;

    /// <summary>So many that reading all of them is less work.</summary>
    public bool IsMost => Written.Count > 20 && Written.Count > All / 4;

    /// <summary>Things as they are now, in this order; those that did not move are the same objects.</summary>
    public static IReadOnlyList<T> Merge<T>(IReadOnlyList<T> before, Func<T, Guid> id, IReadOnlyList<T> written, IReadOnlyList<Guid> order)
    {
        var all = before.ToDictionary(id);
        foreach (var one in written)
            all[id(one)] = one;
        return [.. order.Select(key => all[key])];
    }
}
