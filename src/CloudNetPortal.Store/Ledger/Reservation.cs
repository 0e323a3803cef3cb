using System.ComponentModel.DataAnnotations;
using NpgsqlTypes;

namespace CloudNetPortal.Store.Ledger;

/// <summary>A run of VLANs or of IPv4 addresses that is taken. The database refuses two that overlap in one scope.</summary>
public sealed class Reservation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where the numbers must be unique, such as the addresses of one cloud.</summary>
    [MaxLength(200)]
    public required string Scope { get; init; }

    /// <summary>VLANs; null for an address range.</summary>
    public NpgsqlRange<int>? Vlans { get; init; }

    /// <summary>IPv4 addresses as numbers; null for VLANs.</summary>
    public NpgsqlRange<long>? Addresses { get; init; }

    public required ReservationState State { get; set; }

    public required Guid ZoneId { get; init; }

    public required Guid ChangeId { get; init; }

    /// <summary>Path in the design of the range.</summary>
    [MaxLength(1000)]
    public required string Path { get; init; }

    /// <summary>For people: “guest VLANs 500–599 of net1 in zone ams-1”.</summary>
    [MaxLength(300)]
    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }
}
