namespace CloudNetPortal.CloudStack.Calls;

/// <summary>What a caller may conclude from a call that brought no success.</summary>
public enum FailureKind
{
    /// <summary>CloudStack understood the call and said no, at once or in the job. Nothing was done, or what was done was undone.</summary>
    Refused,

    /// <summary>An id in the call names nothing (431 with 9999): the object is gone, the input is not bad.</summary>
    Gone,

    /// <summary>401. At first contact: wrong keys, clock or an absent command. In the middle of a run: unclear, a server in trouble answers so too.</summary>
    Unauthorised,

    /// <summary>The call did not reach a working server: nothing was done, and it may be tried again.</summary>
    Unavailable,

    /// <summary>The call was sent and its answer was lost, or its job ended without saying how: the effect may be there or not. Look before repeating.</summary>
    Unclear,

    /// <summary>Something answered, but not the CloudStack API: a wrong address, a proxy's page, text that is no JSON.</summary>
    Malformed,
}
