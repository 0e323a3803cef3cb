using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Who may do something about drift.</summary>
internal static class DriftAccess
{
    public static readonly Forbidden NotForYou = new("You cannot read zones from clouds or answer drift: that needs the role zone designer or operator, which an administrator gives.");
    public static readonly NotFound NoFinding = new("This difference does not exist, or no longer. Read the zone again.");
}
