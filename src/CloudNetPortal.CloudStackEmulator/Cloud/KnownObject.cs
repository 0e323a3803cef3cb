using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>An object that comes with the installation: an offering, the ROOT domain, the admin account.</summary>
internal sealed class KnownObject(JsonObject json) : CloudObject
{
    public JsonObject Json => json;

    public string? Text(string name) => json[name]?.ToString();

    public bool Flag(string name) => json[name]?.GetValue<bool>() ?? false;
}
