namespace CloudNetPortal.Import.Inventory;

/// <summary>What a record of a draft becomes in the catalogue.</summary>
public enum RecordKind
{
    /// <summary>A datacenter.</summary>
    Datacenter,
    /// <summary>A room of a datacenter.</summary>
    Room,
    /// <summary>A rack of a datacenter.</summary>
    Rack,
    /// <summary>A hardware model.</summary>
    DeviceType,
    /// <summary>A device, with its logical host.</summary>
    Device,
    /// <summary>An interface of a device.</summary>
    Interface,
    /// <summary>A cable.</summary>
    Cable,
    /// <summary>A subnet.</summary>
    Prefix,
    /// <summary>A neighbour heard by LLDP.</summary>
    Neighbour,
}
