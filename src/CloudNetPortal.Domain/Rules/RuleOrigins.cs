namespace CloudNetPortal.Domain.Rules;

/// <summary>Where a rule comes from; one rule may have several origins.</summary>
[Flags]
public enum RuleOrigins
{
    /// <summary>Not said.</summary>
    None = 0,
    /// <summary>The management server refuses it.</summary>
    Server = 1,
    /// <summary>The hypervisor host or its agent refuses it: when it is added, connects, or a NIC is plugged.</summary>
    Host = 2,
    /// <summary>The server accepts it and it breaks later, or does something else than was asked.</summary>
    AcceptedButBreaks = 4,
    /// <summary>Practice advised for CloudStack's physical networking.</summary>
    Practice = 8,
    /// <summary>Consistency of the catalogue.</summary>
    Catalogue = 16,
    /// <summary>Judgement of this portal.</summary>
    Judgement = 32,
    /// <summary>Needs live data: LLDP, host output, switch output, or a read of the cloud.</summary>
    LiveData = 64,
}
