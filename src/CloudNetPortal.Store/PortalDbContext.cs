using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Changes;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Configurations;
using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Imports;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store;

/// <summary>
/// Everything the portal keeps. Made by an <see cref="IDbContextFactory{TContext}"/>, one per operation; <see cref="As"/> says in whose name it writes.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    public DbSet<Datacenter> Datacenters => Set<Datacenter>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<Rack> Racks => Set<Rack>();
    public DbSet<Prefix> Prefixes => Set<Prefix>();
    public DbSet<DeviceType> DeviceTypes => Set<DeviceType>();
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<LogicalHost> LogicalHosts => Set<LogicalHost>();
    public DbSet<Interface> Interfaces => Set<Interface>();
    public DbSet<InterfaceAddress> InterfaceAddresses => Set<InterfaceAddress>();
    public DbSet<Cable> Cables => Set<Cable>();
    public DbSet<CableEnd> CableEnds => Set<CableEnd>();
    public DbSet<LldpNeighbour> LldpNeighbours => Set<LldpNeighbour>();
    public DbSet<CatalogueState> CatalogueStates => Set<CatalogueState>();

    public DbSet<PortalUser> Users => Set<PortalUser>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Cloud> Clouds => Set<Cloud>();
    public DbSet<StoredSecret> Secrets => Set<StoredSecret>();

    public DbSet<Zone> Zones => Set<Zone>();
    public DbSet<DraftEdit> DraftEdits => Set<DraftEdit>();
    public DbSet<ZoneRevision> ZoneRevisions => Set<ZoneRevision>();
    public DbSet<PackRequest> PackRequests => Set<PackRequest>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<ChangeRequest> Changes => Set<ChangeRequest>();
    public DbSet<ChangePlan> ChangePlans => Set<ChangePlan>();
    public DbSet<JudgedRules> JudgedRules => Set<JudgedRules>();
    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<PushRun> PushRuns => Set<PushRun>();
    public DbSet<PushJournalRow> PushJournal => Set<PushJournalRow>();
    public DbSet<ZoneLease> ZoneLeases => Set<ZoneLease>();
    public DbSet<MaintenanceWindow> MaintenanceWindows => Set<MaintenanceWindow>();
    public DbSet<Rehearsal> Rehearsals => Set<Rehearsal>();

    public DbSet<DriftCheck> DriftChecks => Set<DriftCheck>();
    public DbSet<DriftFinding> DriftFindings => Set<DriftFinding>();
    public DbSet<ZoneObject> ZoneObjects => Set<ZoneObject>();
    public DbSet<ZoneReading> ZoneReadings => Set<ZoneReading>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<AuditRecord> Audit => Set<AuditRecord>();
    public DbSet<SceneObject> SceneObjects => Set<SceneObject>();

    /// <summary>In whose name this context writes; what it saves is audited under that name.</summary>
    public Actor Actor { get; private set; } = Actor.Portal("Unnamed");

    /// <summary>Says in whose name this context writes.</summary>
    public PortalDbContext As(Actor actor)
    {
        Actor = actor;
        return this;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("btree_gist");
        modelBuilder.HasSequence<int>("change_number").StartsAt(1);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        // Ids are made by the portal (UUIDv7), so an object that is found with an id is still a new one.
        foreach (var id in modelBuilder.Model.GetEntityTypes().Select(entity => entity.FindProperty("Id")).Where(id => id?.ClrType == typeof(Guid)))
            id!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        modelBuilder.UseSnakeCase();
    }
}
