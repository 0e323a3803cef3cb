using CloudNetPortal.Domain.Catalogue.Devices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DeviceTypeConfiguration : IEntityTypeConfiguration<DeviceType>
{
    public void Configure(EntityTypeBuilder<DeviceType> builder)
    {
        builder.ToTable("device_types");
        builder.HasIndex(type => new { type.Manufacturer, type.Model }).IsUnique();
        builder.HasIndex(type => type.Slug).IsUnique();
        builder.Property(type => type.UnitHeight).HasPrecision(5, 1);
        builder.Property(type => type.Ports).HasJsonb();
        builder.Property(type => type.Version).IsRowVersion();
    }
}
