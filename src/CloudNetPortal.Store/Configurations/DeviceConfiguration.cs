using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        // Unique without regard to case: an index over lower(name), made in a migration.
        builder.ToTable("devices");
        builder.HasIndex(device => device.Role);
        builder.HasOne<DeviceType>().WithMany().HasForeignKey(device => device.DeviceTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Datacenter>().WithMany().HasForeignKey(device => device.DatacenterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rack>().WithMany().HasForeignKey(device => device.RackId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(device => device.LogicalHost).WithOne().HasForeignKey<LogicalHost>(host => host.DeviceId);
        builder.HasMany(device => device.Interfaces).WithOne().HasForeignKey(port => port.DeviceId);
        builder.Property(device => device.Position).HasPrecision(5, 1);
        builder.Property(device => device.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(device => device.Vlans).HasVlanSet();
        builder.Property(device => device.Version).IsRowVersion();
    }
}
