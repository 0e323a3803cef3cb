using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Pushes;

/// <summary>A time of the week in which pushes to a cloud, or of one zone to it, may run. Without any window they may run at any time.</summary>
public sealed class MaintenanceWindow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CloudId { get; init; }

    /// <summary>The zone it is for; null for all zones of the cloud. A zone with windows of its own has only those.</summary>
    public Guid? ZoneId { get; init; }

    /// <summary>Days on which it opens, UTC, as a bit each: 1 for Sunday, 2 for Monday, 64 for Saturday.</summary>
    [Range(1, 127)]
    public required int Days { get; init; }

    /// <summary>When it opens, UTC.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>How long it stays open; up to a week.</summary>
    [Range(5, 7 * 24 * 60)]
    public required int Minutes { get; init; }

    /// <summary>When it closes, if it is open at this moment; else null.</summary>
    public DateTimeOffset? ClosesAt(DateTimeOffset now)
    {
        var closing = Openings(now, -7, 0).Where(opens => opens <= now).Select(opens => opens.AddMinutes(Minutes)).Where(closes => closes > now).ToList();
        return closing.Count == 0 ? null : closing.Max();
    }

    /// <summary>When it opens next.</summary>
    public DateTimeOffset OpensAt(DateTimeOffset now) => Openings(now, 0, 7).First(opens => opens > now);

    private IEnumerable<DateTimeOffset> Openings(DateTimeOffset now, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(day => new DateTimeOffset(now.UtcDateTime.Date.AddDays(day).Add(From.ToTimeSpan()), TimeSpan.Zero)).Where(opens => (Days & (1 << (int)opens.DayOfWeek)) != 0);
}
