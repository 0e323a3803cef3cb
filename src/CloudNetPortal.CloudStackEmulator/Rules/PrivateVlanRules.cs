using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>What the server asks of a private VLAN of a new guest network.</summary>
internal static class PrivateVlanRules
{
    public static void Check(Call call, Zone zone, string guestType)
    {
        string? secondary = call.Filled("isolatedpvlan"), type = call.Filled("isolatedpvlantype"), vlan = call.Filled("vlan");
        if (secondary is not null && (zone.Basic || guestType == "Isolated"))
            throw Refusal.Value("Can only support create Private VLAN network with advanced shared or L2 network!");
        if (secondary is not null && call.Filled("ip6cidr") is not null)
            throw Refusal.Value("Can only support create Private VLAN network with IPv4!");
        var promiscuous = type?.StartsWith('p') == true || type?.StartsWith('P') == true || (type is null && secondary is not null && secondary == vlan);
        secondary ??= promiscuous ? vlan : null;
        if (secondary is not null && !JavaNumber.TryRead(secondary, out _))
            throw Refusal.State($"The secondary VLAN ID: {secondary} is not in numeric format");
        if (vlan is null && (secondary ?? type) is not null)
            throw Refusal.Value("VLAN ID has to be set in order to configure a Private VLAN");
        if (type is null)
            return;
        if (secondary is null && !promiscuous)
            throw Refusal.Value("Private VLAN ID has not been set, therefore Promiscuous type is expected");
        if (promiscuous && secondary != vlan)
            throw Refusal.Value("Private VLAN type is set to Promiscuous, but VLAN ID and Secondary VLAN ID differ");
        if (!promiscuous && secondary == vlan)
            throw Refusal.Value($"Private VLAN type is set to {char.ToUpperInvariant(type[0])}{type[1..].ToLowerInvariant()}, but VLAN ID and Secondary VLAN ID are equal");
    }
}
