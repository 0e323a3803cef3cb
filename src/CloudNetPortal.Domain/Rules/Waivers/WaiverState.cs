using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>Where a waiver stands. That it has run out is said by its end, not by a state.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaiverState>))]
public enum WaiverState
{
    /// <summary>Waits for the people who must agree.</summary>
    Requested,
    /// <summary>Agreed to; in force until its end.</summary>
    Approved,
    /// <summary>Somebody who had to agree did not.</summary>
    Refused,
    /// <summary>Taken back before its end.</summary>
    Revoked,
    /// <summary>Closed because nothing needs it any more, or withdrawn by who asked.</summary>
    Closed,
    /// <summary>Came with a copied design and covers nothing: somebody may ask for it anew, or drop it.</summary>
    Proposed,
}
