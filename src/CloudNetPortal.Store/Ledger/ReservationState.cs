namespace CloudNetPortal.Store.Ledger;

/// <summary>How firmly a range is taken.</summary>
public enum ReservationState
{
    /// <summary>By a submitted revision.</summary>
    Held,
    /// <summary>By an approved one.</summary>
    Reserved,
    /// <summary>By a pushed one.</summary>
    Active,
}
