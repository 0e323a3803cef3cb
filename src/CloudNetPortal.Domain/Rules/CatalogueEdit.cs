using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules;

/// <summary>A change of the catalogue that a fix proposes. One record per kind; the use case that applies them checks who may.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AllowVlans), "allowVlans")]
[JsonDerivedType(typeof(AddBridge), "addBridge")]
[JsonDerivedType(typeof(SetPortField), "setPortField")]
[JsonDerivedType(typeof(SetDeviceField), "setDeviceField")]
[JsonDerivedType(typeof(AddAddress), "addAddress")]
[JsonDerivedType(typeof(JoinLag), "joinLag")]
[JsonDerivedType(typeof(SetCableField), "setCableField")]
[JsonDerivedType(typeof(MoveCable), "moveCable")]
[JsonDerivedType(typeof(PlanCable), "planCable")]
public abstract record CatalogueEdit(string Device)
{
    /// <summary>Adds VLANs to the tagged set of a documented switch port (and of its LAG's other members when it names the LAG).</summary>
    public sealed record AllowVlans(string Device, string Port, VlanSet Vlans) : CatalogueEdit(Device);
    /// <summary>Plans a bridge on a host above an existing device.</summary>
    public sealed record AddBridge(string Device, string Bridge, string Uplink) : CatalogueEdit(Device);
    /// <summary>Sets a field of a documented port: <c>mtu</c>, <c>enabled</c>, <c>purpose</c>, <c>untaggedVlan</c>, <c>mac</c>, <c>rearPosition</c>, <c>name</c>, <c>speed</c> in Mbit/s.</summary>
    public sealed record SetPortField(string Device, string Port, string Field, string? Value) : CatalogueEdit(Device);
    /// <summary>Sets a field of a documented device: <c>position</c> (lowest rack unit).</summary>
    public sealed record SetDeviceField(string Device, string Field, string? Value) : CatalogueEdit(Device);
    /// <summary>Gives an interface one more address.</summary>
    public sealed record AddAddress(string Device, string Port, string Address, int PrefixLength) : CatalogueEdit(Device);
    /// <summary>Puts a switch port into a LAG, which is made when it is not there yet; without a LAG it takes the port out of the one it is in.</summary>
    public sealed record JoinLag(string Device, string Port, string? Lag, BondMode Mode) : CatalogueEdit(Device);
    /// <summary>Sets a field of the cable in a port: <c>type</c>, <c>status</c>.</summary>
    public sealed record SetCableField(string Device, string Port, Guid Cable, string Name, string Field, string? Value) : CatalogueEdit(Device);
    /// <summary>Moves the end of a cable that is in one port into another.</summary>
    public sealed record MoveCable(string Device, string Port, Guid Cable, string Name, string ToDevice, string ToPort) : CatalogueEdit(Device);
    /// <summary>Plans a cable between two free ports.</summary>
    public sealed record PlanCable(string Device, string Port, string ToDevice, string ToPort) : CatalogueEdit(Device);

    /// <summary>True when it changes cables, which not everybody may who may change devices.</summary>
    [JsonIgnore]
    public bool IsOfCables => this is SetCableField or MoveCable or PlanCable;
}
