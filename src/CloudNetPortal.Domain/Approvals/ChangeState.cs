namespace CloudNetPortal.Domain.Approvals;

/// <summary>Life of a change request.</summary>
public enum ChangeState
{
    /// <summary>Being made.</summary>
    Draft,
    /// <summary>Waiting for teams.</summary>
    InReview,
    /// <summary>A team asked for changes.</summary>
    ChangesWanted,
    /// <summary>All teams agreed.</summary>
    Approved,
    /// <summary>Being carried out.</summary>
    Pushing,
    /// <summary>Carrying out is interrupted.</summary>
    Paused,
    /// <summary>Carried out and proven.</summary>
    Done,
    /// <summary>Taken back by its author.</summary>
    Withdrawn,
}
