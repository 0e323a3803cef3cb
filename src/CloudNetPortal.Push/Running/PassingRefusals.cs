using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push.Running;

/// <summary>Refusals that speak of the moment and not of the call: look, then try again.</summary>
internal static class PassingRefusals
{
    // Seen on CloudStack 4.23 when two writers meet in its database.
    private static readonly string[] Texts =
    [
        "Unable to persist IP address range", "Deadlock found", "Lock wait timeout", "Unable to acquire lock", "Unable to lock", "try again",
    ];

    public static bool IsPassing(CallFailure failure) =>
        failure.Code is not (431 or 531) && Texts.Any(t => failure.Text.Contains(t, StringComparison.OrdinalIgnoreCase));
}
