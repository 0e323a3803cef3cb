namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>
/// What a call sees of others that run at the same time. The real server checks some things without a lock: what came into being after a call arrived is not seen by it.
/// Off, one call is done after the other.
/// </summary>
internal sealed class Race
{
    private readonly Random dice;

    public Race(bool on, DateTimeOffset arrived, int workers, Random dice)
    {
        (On, Arrived, Workers) = (on, arrived, workers);
        this.dice = dice;
    }

    public static Race None { get; } = new(false, default, 1, new Random(0));

    public bool On { get; }

    /// <summary>When the call came in.</summary>
    public DateTimeOffset Arrived { get; }

    /// <summary>Calls of the same command that are being answered, this one included.</summary>
    public int Workers { get; }

    /// <summary>True unless the row came into being while this call was already on its way.</summary>
    public bool Sees(CloudObject row) => !On || row.Created <= Arrived;

    /// <summary>As <see cref="Sees"/>, where the real server missed the row only now and then.</summary>
    public bool MostlySees(CloudObject row) => Sees(row) || !Happens(0.4);

    /// <summary>The address tables of a zone are filled by one call at a time: with 4 calls at once 6 of 10 failed, with 8 calls 16 of 20, with two none.</summary>
    public bool LosesItsAddresses => Workers > 2 && Happens(Math.Min(0.8, 0.4 + (0.05 * Workers)));

    /// <summary>Two of 16 storage ranges failed when four were made at once.</summary>
    public bool EndsInADeadlock(int jobs) => jobs > 3 && Happens(0.125);

    private bool Happens(double share)
    {
        if (!On)
            return false;
        lock (dice)
            return dice.NextDouble() < share;
    }
}
