using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Everything the practice cloud knows. One call at a time works on it, under <see cref="Gate"/>.</summary>
internal sealed class CloudState
{
    private const int Remembered = 2000;

    [JsonIgnore]
    public Lock Gate { get; } = new();

    public string ManagementServerId { get; set; } = Guid.NewGuid().ToString();
    public Table<Zone> Zones { get; set; } = new();
    public Table<PhysicalNetwork> PhysicalNetworks { get; set; } = new(200);
    public Table<TrafficType> TrafficTypes { get; set; } = new();
    public Table<Provider> Providers { get; set; } = new();
    public Table<ProviderElement> Elements { get; set; } = new();
    public Table<Pod> Pods { get; set; } = new();
    public Table<StorageRange> StorageRanges { get; set; } = new();
    public Table<IpRange> IpRanges { get; set; } = new();
    public Table<VlanDedication> Dedications { get; set; } = new();
    public Table<GuestNetwork> Networks { get; set; } = new(204);
    public Table<Cluster> Clusters { get; set; } = new();
    public Table<Host> Hosts { get; set; } = new();
    public Table<StoragePool> Pools { get; set; } = new();
    public Table<ImageStore> ImageStores { get; set; } = new();
    public Table<SystemVm> SystemVms { get; set; } = new();
    public Table<Volume> Volumes { get; set; } = new();
    public Table<Annotation> Annotations { get; set; } = new();
    public Table<ZoneDedication> ZoneDedications { get; set; } = new();
    public Table<ResourceDedication> ResourceDedications { get; set; } = new();
    public Table<PortableRange> PortableRanges { get; set; } = new();
    public Table<VmwareDatacenter> VmwareDatacenters { get; set; } = new();
    public Table<GuestPrefix> GuestPrefixes { get; set; } = new();
    public Table<ZoneSubnet> ZoneSubnets { get; set; } = new();
    public Table<BgpPeer> BgpPeers { get; set; } = new();
    public Table<AsnRange> AsnRanges { get; set; } = new();
    public Table<Alert> Alerts { get; set; } = new();
    public Table<UserKeyPair> UserKeys { get; set; } = new();
    public List<HostFacts> HostFacts { get; set; } = [];
    public Table<ResourceTag> Tags { get; set; } = new();
    public Table<Event> Events { get; set; } = new();
    public Table<Job> Jobs { get; set; } = new();
    public List<DueChange> Due { get; set; } = [];

    /// <summary>Settings whose value differs from that of a fresh installation.</summary>
    public SortedDictionary<string, string> Settings { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Settings that a fresh installation of this version does not have.</summary>
    public List<JsonObject> FurtherSettings { get; set; } = [];

    public KnownTable NetworkOfferingRows { get; set; } = new();
    public KnownTable ServiceOfferingRows { get; set; } = new();
    public KnownTable DomainRows { get; set; } = new();
    public KnownTable AccountRows { get; set; } = new();

    [JsonIgnore]
    public IReadOnlyList<KnownObject> NetworkOfferings => NetworkOfferingRows.Over(FreshCloud.NetworkOfferings);

    [JsonIgnore]
    public IReadOnlyList<KnownObject> ServiceOfferings => ServiceOfferingRows.Over(FreshCloud.ServiceOfferings);

    [JsonIgnore]
    public IReadOnlyList<KnownObject> Domains => DomainRows.Over(FreshCloud.Domains);

    [JsonIgnore]
    public IReadOnlyList<KnownObject> Accounts => AccountRows.Over(FreshCloud.Accounts);

    /// <summary>The server that is played; given at each start.</summary>
    [JsonIgnore]
    public CloudProfile Profile { get; set; } = new();

    /// <summary>Jobs in progress; none is after a start.</summary>
    [JsonIgnore]
    public List<Job> RunningJobs { get; } = [];

    public string Setting(string name) => Settings.TryGetValue(name, out var value) ? value : SettingRow(name)?["value"]?.ToString() ?? "";

    /// <summary>All settings there are, as a fresh installation describes them.</summary>
    [JsonIgnore]
    public IEnumerable<JsonObject> SettingRows => FreshCloud.Settings.Concat(FurtherSettings);

    public JsonObject? SettingRow(string name) => FreshCloud.Setting(name) ?? FurtherSettings.Find(s => name.Equals(s["name"]?.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Forgets everything and holds what the other one holds.</summary>
    public void Become(CloudState other)
    {
        foreach (var property in typeof(CloudState).GetProperties().Where(p => p.CanWrite && p.Name != nameof(Profile)))
            property.SetValue(this, property.GetValue(other));
        RunningJobs.Clear();
    }

    /// <summary>Annotations go with what they are on.</summary>
    public void ForgetAnnotations(CloudObject entity)
    {
        foreach (var annotation in Annotations.Present.Where(a => a.EntityId == entity.Id).ToList())
            Annotations.Erase(annotation);
    }

    public JsonNode HasAnnotations(CloudObject entity) => Annotations.Present.Any(a => a.EntityId == entity.Id);

    public IEnumerable<PhysicalNetwork> NetworksOf(Zone zone) => PhysicalNetworks.Present.Where(n => n.ZoneId == zone.Id);

    /// <summary>The physical networks of the zone that carry this traffic.</summary>
    public List<PhysicalNetwork> Carriers(Zone zone, string trafficType) =>
        [.. NetworksOf(zone).Where(n => TrafficTypes.Present.Any(t => t.PhysicalNetworkId == n.Id && t.Type == trafficType))];

    /// <summary>The user whose call is being done, and the job it is done in; for the events.</summary>
    [JsonIgnore]
    public string ActingUser { get; set; } = "admin";

    [JsonIgnore]
    public string? ActingJob { get; set; }

    /// <summary>Writes an event; the oldest are forgotten. A job writes that it was started before it writes that it was completed.</summary>
    public void Log(string type, string description, CloudObject? about, DateTimeOffset now)
    {
        const string Done = "Successfully completed ", Made = "Successfully created entity for ";
        if (description.StartsWith(Made, StringComparison.Ordinal))
        {
            // The server does not know the new row's name yet when it writes the first of the three.
            var dot = description.IndexOf(". ", StringComparison.Ordinal);
            Write(type, dot < 0 ? description : description[..dot], "Created", about, null, now);
            LogOfJob(type, description[Made.Length..], about, now);
        }
        else if (ActingJob is not null && description.StartsWith(Done, StringComparison.Ordinal))
        {
            LogOfJob(type, description[Done.Length..], about, now);
        }
        else
        {
            Write(type, description, "Completed", about, null, now);
        }
    }

    private void LogOfJob(string type, string what, CloudObject? about, DateTimeOffset now)
    {
        var parent = ActingJob is null ? Guid.NewGuid().ToString() : NameUuid.Of("event of job " + ActingJob);
        Write(type, char.ToUpperInvariant(what[0]) + what[1..], "Started", about, parent, now);
        Write(type, "Successfully completed " + what, "Completed", about, parent, now);
    }

    private void Write(string type, string description, string state, CloudObject? about, string? parent, DateTimeOffset now)
    {
        var (kind, name, named) = EventSubject.Of(about);
        Events.Add(new Event { Type = type, Description = description, State = state, ParentId = parent, UserName = ActingUser, ResourceId = named ? about?.Id : null, ResourceType = kind, ResourceName = name }, now);
        if (Events.Rows.Count > Remembered)
            Events.Erase(Events.Rows[0]);
        if (Jobs.Rows.Count > Remembered && Jobs.Rows[0].Status != 0)
            Jobs.Erase(Jobs.Rows[0]);
    }
}
