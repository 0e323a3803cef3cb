using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Web.Features.Zones.Sections;

/// <summary>An address range of any kind, as a row of a form.</summary>
/// <param name="Id">Id in the design.</param>
/// <param name="Path">Path in the design.</param>
/// <param name="StartIp">First address as typed.</param>
/// <param name="EndIp">Last address as typed.</param>
/// <param name="Vlan">VLAN as typed.</param>
/// <param name="Gateway">Gateway, where the range has its own subnet.</param>
/// <param name="Netmask">Netmask, where the range has its own subnet.</param>
/// <param name="ForSystemVms">Kept for system VMs; null where that cannot be said.</param>
/// <param name="Owner">Whom it is kept for; null for everybody.</param>
public sealed record RangeRow(string Id, string Path, string StartIp, string? EndIp, string? Vlan, string? Gateway, string? Netmask, bool? ForSystemVms, Owner? Owner = null);
