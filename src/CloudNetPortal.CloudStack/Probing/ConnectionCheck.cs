namespace CloudNetPortal.CloudStack.Probing;

/// <summary>How one check of a connection went.</summary>
public enum CheckResult
{
    /// <summary>In order.</summary>
    Passed,

    /// <summary>Works, but worth a look.</summary>
    Warning,

    /// <summary>Not in order.</summary>
    Failed,

    /// <summary>Could not be looked at, since an earlier check failed.</summary>
    Skipped,
}

/// <summary>One check of a connection with what was found.</summary>
/// <param name="Name">What was checked, in the words of a user: <c>Reach the server</c>.</param>
/// <param name="Result">How it went.</param>
/// <param name="Finding">What was seen and, if it failed, what to do.</param>
public sealed record ConnectionCheck(string Name, CheckResult Result, string Finding);
