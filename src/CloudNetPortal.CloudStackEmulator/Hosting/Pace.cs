namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>How long the things take that the cloud does by itself, and the latency of calls.</summary>
internal sealed class Pace
{
    /// <summary>Until a host that was told to is in maintenance.</summary>
    public TimeSpan HostMaintenance { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Until the system VMs of an enabled zone run.</summary>
    public TimeSpan SystemVms { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Until a destroyed volume is expunged and no longer holds its zone.</summary>
    public TimeSpan Expunge { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Until an accepted job begins.</summary>
    public TimeSpan Job { get; set; } = TimeSpan.FromMilliseconds(3);

    /// <summary>Calls that come at the same time miss each other as on the real server: zones of one name, storage ranges that overlap, pods that lose their addresses.</summary>
    public bool Races { get; set; }

    /// <summary>0 answers at once; 1 takes as long as the real server did; 2 twice as long.</summary>
    public double Latency { get; set; }
}
