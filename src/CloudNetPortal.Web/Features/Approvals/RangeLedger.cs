using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>
/// Takes VLANs and addresses for a change: held when it is submitted, reserved when it is approved, active when it is pushed. Guest VLANs must be unique
/// among the zones of one cloud that stand in the same datacenter, management and public addresses among the zones of one cloud. Zones of a practice cloud
/// may be alike.
/// </summary>
internal sealed class RangeLedger(TimeProvider time)
{
    /// <summary>Holds the ranges of a change instead of those it held before; or says whose they are.</summary>
    public async Task<Refused?> Hold(PortalDbContext db, Zone zone, Cloud cloud, ChangeRequest change, Judgement judged, CancellationToken cancel)
    {
        await db.Reservations.Where(r => r.ZoneId == zone.Id && r.State != ReservationState.Active).ExecuteDeleteAsync(cancel);
        var own = await db.Reservations.AsNoTracking().Where(r => r.ZoneId == zone.Id).ToListAsync(cancel);
        var state = change.State == ChangeState.Approved ? ReservationState.Reserved : ReservationState.Held;
        var wanted = Wanted(zone, cloud, change, judged).Select(range => range.Without(own)).SelectMany(range => range.Rows(state, time.GetUtcNow())).ToList();
        try
        {
            db.Reservations.AddRange(wanted);
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException refusal) when (refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            return new Refused($"{zone.Name} cannot be submitted: {await Whose(db, wanted, cancel)}");
        }
    }

    /// <summary>All of a zone's ranges are those of its approved change.</summary>
    public static Task Reserve(PortalDbContext db, Guid changeId, CancellationToken cancel) =>
        db.Reservations.Where(r => r.ChangeId == changeId && r.State == ReservationState.Held).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReservationState.Reserved), cancel);

    /// <summary>The change waits again.</summary>
    public static Task HoldOnly(PortalDbContext db, Guid changeId, CancellationToken cancel) =>
        db.Reservations.Where(r => r.ChangeId == changeId && r.State == ReservationState.Reserved).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReservationState.Held), cancel);

    /// <summary>The change was pushed.</summary>
    public static Task Activate(PortalDbContext db, Guid changeId, CancellationToken cancel) =>
        db.Reservations.Where(r => r.ChangeId == changeId).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReservationState.Active), cancel);

    /// <summary>The change was withdrawn.</summary>
    public static Task Release(PortalDbContext db, Guid changeId, CancellationToken cancel) =>
        db.Reservations.Where(r => r.ChangeId == changeId && r.State != ReservationState.Active).ExecuteDeleteAsync(cancel);

    private static IEnumerable<WantedRange> Wanted(Zone zone, Cloud cloud, ChangeRequest change, Judgement judged)
    {
        var design = judged.Design;
        var hosts = design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts).Select(h => h.Device).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var datacenter = judged.Catalogue.Devices.FirstOrDefault(d => d.DatacenterId is not null && hosts.Contains(d.Name))?.DatacenterId;
        var alone = $"cloud/{cloud.Id}/zone/{zone.Id}";
        var shared = cloud.Kind == CloudKinds.Practice ? alone : $"cloud/{cloud.Id}";

        var vlans = design.PhysicalNetworks.Select(n => VlanSet.TryParse(n.GuestVlans, out var set, out _, 16_777_214) ? set : VlanSet.Empty).Aggregate(VlanSet.Empty, (a, b) => a.Union(b));
        yield return new WantedRange($"{(datacenter is null ? alone : $"{shared}/datacenter/{datacenter}")}/vlan", zone, change, "physicalNetworks", "guest VLANs", vlans, IsAddresses: false);
        yield return Addresses($"{shared}/management", "pods", "management addresses", design.Pods.SelectMany(p => p.ManagementRanges).Select(r => (r.StartIp, r.EndIp)));
        yield return Addresses($"{shared}/public", "publicRanges", "public addresses", design.PublicRanges.Select(r => (r.StartIp, r.EndIp)));
        yield return Addresses($"{alone}/storage", "pods", "storage addresses", design.Pods.SelectMany(p => p.StorageRanges).Select(r => (r.StartIp, r.EndIp)));

        // Numbers are shifted so that the whole of IPv4 fits the same sets that VLANs use.
        WantedRange Addresses(string scope, string path, string what, IEnumerable<(string Start, string? End)> ranges) => new(scope, zone, change, path, what,
            VlanSet.Of(ranges.Select(r => Ipv4Range.TryParse(r.Start, r.End, out var range) && range.Count > 0 ? range : (Ipv4Range?)null).OfType<Ipv4Range>()
                .Select(r => new VlanRange(Shift(r.Start), Shift(r.End)))), IsAddresses: true);
    }

    internal static int Shift(Ipv4 address) => (int)(address.Value - 0x8000_0000u);

    internal static long Unshift(int number) => number + 0x8000_0000L;

    private static async Task<string> Whose(PortalDbContext db, IReadOnlyList<Reservation> wanted, CancellationToken cancel)
    {
        foreach (var row in wanted)
        {
            var taken = row.Vlans is { } vlans
                ? await db.Reservations.AsNoTracking().FirstOrDefaultAsync(r => r.Scope == row.Scope && r.ZoneId != row.ZoneId && r.Vlans != null && r.Vlans.Value.Overlaps(vlans), cancel)
                : await db.Reservations.AsNoTracking().FirstOrDefaultAsync(r => r.Scope == row.Scope && r.ZoneId != row.ZoneId && r.Addresses != null && r.Addresses.Value.Overlaps(row.Addresses!.Value), cancel);
            if (taken is not null)
            {
                var number = await db.Changes.IgnoreAutoIncludes().Where(c => c.Id == taken.ChangeId).Select(c => c.Number).SingleAsync(cancel);
                return $"{row.Title} meet {taken.Title}, which CH-{number} has {taken.State.ToString().ToLowerInvariant()}. Choose others, or agree with its author.";
            }
        }

        return "another change took some of its ranges in this very moment. Submit again to see which.";
    }
}

/// <summary>Numbers of one kind that a change wants in one scope.</summary>
internal sealed record WantedRange(string Scope, Zone Zone, ChangeRequest Change, string Path, string What, VlanSet Numbers, bool IsAddresses)
{
    /// <summary>Without what the zone has on the cloud already.</summary>
    public WantedRange Without(IEnumerable<Reservation> own) => this with
    {
        Numbers = Numbers.Except(VlanSet.Of(own.Where(r => r.Scope == Scope).Select(r => r.Vlans is { } v
            ? new VlanRange(v.LowerBound, v.UpperBound - 1)
            : new VlanRange((int)(r.Addresses!.Value.LowerBound - 0x8000_0000L), (int)(r.Addresses!.Value.UpperBound - 1 - 0x8000_0000L))))),
    };

    /// <summary>One row for each run.</summary>
    public IEnumerable<Reservation> Rows(ReservationState state, DateTimeOffset at) => Numbers.Ranges.Select(run => new Reservation
    {
        Scope = Scope, State = state, ZoneId = Zone.Id, ChangeId = Change.Id, Path = Path, At = at,
        Vlans = IsAddresses ? null : new NpgsqlRange<int>(run.First, true, run.Last + 1, false),
        Addresses = IsAddresses ? new NpgsqlRange<long>(RangeLedger.Unshift(run.First), true, RangeLedger.Unshift(run.Last) + 1, false) : null,
        Title = $"{What} {(IsAddresses ? new Ipv4Range(Address(run.First), Address(run.Last)).ToString() : run.ToDisplay())} of {Zone.Name}",
    });

    private static Ipv4 Address(int number) => new((uint)RangeLedger.Unshift(number));
}
