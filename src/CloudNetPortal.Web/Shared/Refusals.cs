using CloudNetPortal.Domain.Approvals;

namespace CloudNetPortal.Web.Shared;

/// <summary>Answers that several use cases give.</summary>
internal static class Refusals
{
    public static readonly Forbidden NotADesigner = new("You cannot change zone designs: that needs the role zone designer, which an administrator gives.");
    public static readonly Forbidden NotAnOperator = new("You cannot push: that needs the role operator, which an administrator gives.");
    public static readonly Forbidden NotAKeeperOfClouds = new("You cannot change clouds: that needs the role operator or administrator.");
    public static readonly NotFound NoZone = new("This zone does not exist, or no longer.");
    public static readonly NotFound NoChange = new("This change does not exist.");
    public static readonly NotFound NoPush = new("This push does not exist.");
    public static readonly NotFound NoCloud = new("This cloud does not exist, or no longer.");
    public static readonly Stale Moved = new("Somebody else changed this at the same moment. Look at it again.");

    public static Refused Of(Refusal refusal) => new(refusal.Message);
}
