namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>What a box says of the part a port takes in its bond or LAG.</summary>
public enum MemberState
{
    /// <summary>It carries traffic.</summary>
    Active,
    /// <summary>It waits to take over, as the second leg of active-backup does.</summary>
    Standby,
    /// <summary>LACP: nobody answers at the other end.</summary>
    NoPartner,
    /// <summary>LACP: the other end answers, but as a part of another LAG than the one in use.</summary>
    OtherAggregator,
    /// <summary>The box took it out of the LAG (suspended, stand-alone, out of sync).</summary>
    Suspended,
}
