namespace CloudNetPortal.Import.Inventory;

/// <summary>
/// Natural name of a record, compared without regard to case: datacenter and device by name; room and rack by datacenter and name; model by maker and
/// model; interface by device and name; cable by its ends; subnet by routing table and network; neighbour by port and what was heard.
/// </summary>
/// <param name="Kind">Kind of the record.</param>
/// <param name="Owner">What it belongs to; empty at the top.</param>
/// <param name="Name">Its name there.</param>
public readonly record struct RecordKey(RecordKind Kind, string Owner, string Name) : IComparable<RecordKey>
{
    /// <summary>A device.</summary>
    public static RecordKey Device(string name) => new(RecordKind.Device, "", name);
    /// <summary>An interface.</summary>
    public static RecordKey Interface(string device, string name) => new(RecordKind.Interface, device, name);
    /// <summary>A datacenter.</summary>
    public static RecordKey Datacenter(string name) => new(RecordKind.Datacenter, "", name);
    /// <summary>A cable, by its ends in the form of <see cref="PortName"/>, sides in the order of their names.</summary>
    public static RecordKey Cable(IEnumerable<string> sideA, IEnumerable<string> sideB)
    {
        var a = string.Join(" + ", sideA.Order(StringComparer.OrdinalIgnoreCase));
        var b = string.Join(" + ", sideB.Order(StringComparer.OrdinalIgnoreCase));
        return new(RecordKind.Cable, "", string.Compare(a, b, StringComparison.OrdinalIgnoreCase) <= 0 ? $"{a} – {b}" : $"{b} – {a}");
    }

    /// <summary>Name of a port with its device: <c>kvm1:eno1</c>.</summary>
    public static string PortName(string device, string port) => $"{device}:{port}";

    /// <inheritdoc/>
    public bool Equals(RecordKey other) =>
        Kind == other.Kind && string.Equals(Owner, other.Owner, StringComparison.OrdinalIgnoreCase) && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, StringComparer.OrdinalIgnoreCase.GetHashCode(Owner), StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    /// <inheritdoc/>
    public int CompareTo(RecordKey other)
    {
        var order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : NaturalOrder.Compare(Owner, other.Owner);
        return order != 0 ? order : NaturalOrder.Compare(Name, other.Name);
    }

    /// <summary>For people.</summary>
    public override string ToString() => Owner.Length == 0 ? Name : $"{Owner} {Name}";

    /// <summary>By order.</summary>
    public static bool operator <(RecordKey a, RecordKey b) => a.CompareTo(b) < 0;
    /// <summary>By order.</summary>
    public static bool operator >(RecordKey a, RecordKey b) => a.CompareTo(b) > 0;
    /// <summary>By order.</summary>
    public static bool operator <=(RecordKey a, RecordKey b) => a.CompareTo(b) <= 0;
    /// <summary>By order.</summary>
    public static bool operator >=(RecordKey a, RecordKey b) => a.CompareTo(b) >= 0;
}
