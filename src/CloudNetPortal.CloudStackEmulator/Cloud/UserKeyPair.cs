namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A key pair that a user registered for itself.</summary>
internal sealed class UserKeyPair : CloudObject
{
    public string UserId { get; set; } = "";
    public string Name { get; set; } = "";
    public string Key { get; set; } = "";
    public string Secret { get; set; } = "";
}
