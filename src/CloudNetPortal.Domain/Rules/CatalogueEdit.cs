using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Rules;

/// <summary>A change of the catalogue that a fix proposes. One record per kind; the use case that applies them checks who may.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AllowVlans), "allowVlans")]
[JsonDerivedType(typeof(AddBridge), "addBridge")]
[JsonDerivedType(typeof(SetPortField), "setPortField")]
[JsonDerivedType(typeof(SetDeviceField), "setDeviceField")]
public abstract record CatalogueEdit(string Device)
{
    /// <summary>Adds VLANs to the tagged set of a documented switch port (and of its LAG's other members when it names the LAG).</summary>
    public sealed record AllowVlans(string Device, string Port, VlanSet Vlans) : CatalogueEdit(Device);
    /// <summary>Plans a bridge on a host above an existing device.</summary>
    public sealed record AddBridge(string Device, string Bridge, string Uplink) : CatalogueEdit(Device);
    /// <summary>Sets a field of a documented port: <c>mtu</c>, <c>enabled</c>, <c>purpose</c>, <c>untaggedVlan</c>.</summary>
    public sealed record SetPortField(string Device, string Port, string Field, string? Value) : CatalogueEdit(Device);
    /// <summary>Sets a field of a documented device: <c>position</c> (lowest rack unit).</summary>
    public sealed record SetDeviceField(string Device, string Field, string? Value) : CatalogueEdit(Device);
}
