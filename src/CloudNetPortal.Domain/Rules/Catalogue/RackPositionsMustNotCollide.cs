using System.Globalization;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0102.</summary>
internal sealed class RackPositionsMustNotCollide : Rule
{
    public override string Id => "CNP0102";
    public override string Title => "Rack positions must not collide";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "A work order sends somebody to a rack unit. When two boxes are documented in one unit, or a box where the rack has none, one of them is elsewhere, and so may be its cables.";
    public override string Rejected => "Rack A1: kvm-01 (2 U) at unit 10, kvm-02 (1 U) at unit 11.";
    public override string Accepted => "kvm-02 at unit 12; or two half-depth devices at unit 10, one at the front and one at the rear.";
    public override string Cure => "Move one of them to the next free unit (one click), or correct the height of its model. A device whose model is not documented counts as one unit at its own face; devices on their way out are left out.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Catalogue & ~(Reads.PortVlans | Reads.Cables | Reads.Prefixes | Reads.Neighbours);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var racks = facts.Input.Catalogue.Racks.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var types = facts.Input.Catalogue.DeviceTypes.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var mounted = from device in facts.Input.Catalogue.Devices
                      where device.RackId is not null && device.Status != LifeCycle.Decommissioning && racks.ContainsKey(device.RackId.Value)
                      let type = device.DeviceTypeId is { } id ? types.GetValueOrDefault(id) : null
                      where type?.UnitHeight != 0
                      select new Place(device, racks[device.RackId!.Value], type?.UnitHeight ?? 1, type?.IsFullDepth ?? false);
        foreach (var rack in mounted.GroupBy(p => p.Rack))
        {
            foreach (var place in rack.Where(p => p.Device.DatacenterId is { } datacenter && datacenter != p.Rack.DatacenterId))
                yield return Found(CataloguePath.Of(place.Device, "rack"), $"{place.Device.Name} is documented in another datacenter than its rack {rack.Key.Name}.") with { Objects = [Reference(place)] };
            var placed = rack.Where(p => p.Device.Position is not null).OrderBy(p => p.From).ThenBy(p => p.Device.Name, StringComparer.Ordinal).ToList();
            foreach (var place in placed.Where(p => p.From < rack.Key.StartingUnit || p.To > rack.Key.StartingUnit + rack.Key.Height))
                yield return Found(CataloguePath.Of(place.Device, "position"), $"{place.Device.Name} stands at {place.Units} of rack {rack.Key.Name}, which has units {rack.Key.StartingUnit}–{rack.Key.StartingUnit + rack.Key.Height - 1}.") with
                {
                    Objects = [Reference(place)], Fixes = [.. Move(place, placed)],
                };
            // Sorted by unit, only those that still reach further up can collide.
            var running = new List<Place>();
            foreach (var place in placed)
            {
                running.RemoveAll(r => r.To <= place.From);
                var others = running.FindAll(place.SharesAFaceWith);
                if (others.Count > 0)
                    yield return Found(CataloguePath.Of(place.Device, "position"), $"{List(others.Append(place).Select(p => $"{p.Device.Name} ({p.Units})"))} take the same place in rack {rack.Key.Name}.") with
                    {
                        Objects = [.. others.Append(place).Select(Reference)],
                        Evidence = [.. others.Append(place).Take(20).Select(p => $"{p.Device.Name}: {p.Units}, {p.Faces}")],
                        Fixes = [.. Move(place, placed)],
                    };
                running.Add(place);
            }
        }
    }

    private static IEnumerable<Fix> Move(Place place, List<Place> placed)
    {
        var from = (decimal)place.Rack.StartingUnit;
        foreach (var other in placed.Where(o => o != place && o.SharesAFaceWith(place)))
            if (other.From >= from + place.Height)
                break;
            else
                from = Math.Max(from, Math.Ceiling(other.To));
        if (from + place.Height <= place.Rack.StartingUnit + place.Rack.Height)
            yield return new Fix($"Document {place.Device.Name} at unit {from:0.#}", CatalogueEdits: [new CatalogueEdit.SetDeviceField(place.Device.Name, "position", from.ToString("0.#", CultureInfo.InvariantCulture))]);
    }

    private static ObjectRef Reference(Place place) => new("device", place.Device.Name, CataloguePath.Of(place.Device, "position"));

    private sealed record Place(Device Device, Rack Rack, decimal Height, bool IsFullDepth)
    {
        public decimal From => Device.Position ?? 0;
        public decimal To => From + Height;
        public string Units => Height == 1 ? $"unit {From:0.#}" : $"units {From:0.#}–{To - (Height % 1 == 0 ? 1 : 0.5m):0.#}";
        public string Faces => IsFullDepth ? "front and rear" : Face;
        private string Face => Device.Face is { Length: > 0 } face ? face : "front";

        public bool SharesAFaceWith(Place other) => IsFullDepth || other.IsFullDepth || string.Equals(Face, other.Face, StringComparison.OrdinalIgnoreCase);
    }
}
