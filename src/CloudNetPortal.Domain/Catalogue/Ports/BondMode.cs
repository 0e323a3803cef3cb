namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>How a bond or LAG spreads frames, in the words of the Linux bonding driver. On a switch: Lacp or Static.</summary>
public enum BondMode
{
    /// <summary>802.3ad: LACP on both ends.</summary>
    Lacp,
    /// <summary>A static LAG of a switch.</summary>
    Static,
    /// <summary>balance-rr: needs a static LAG.</summary>
    BalanceRoundRobin,
    /// <summary>active-backup: needs no LAG.</summary>
    ActiveBackup,
    /// <summary>balance-xor: needs a static LAG.</summary>
    BalanceXor,
    /// <summary>broadcast: needs a static LAG.</summary>
    Broadcast,
    /// <summary>balance-tlb: needs no LAG.</summary>
    BalanceTlb,
    /// <summary>balance-alb: needs no LAG.</summary>
    BalanceAlb,
    /// <summary>balance-slb of XenServer and Open vSwitch: needs no LAG.</summary>
    BalanceSlb,
}
