using CloudNetPortal.Store.Drift;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ZoneReadingConfiguration : IEntityTypeConfiguration<ZoneReading>
{
    public void Configure(EntityTypeBuilder<ZoneReading> builder)
    {
        builder.ToTable("zone_readings");
        // No foreign key: it would wait for whoever holds the zone, and that may be who had it read.
        builder.HasKey(reading => reading.ZoneId);
        builder.Property(reading => reading.ZoneId).ValueGeneratedNever();
        builder.Property(reading => reading.CloudZoneId).HasMaxLength(100);
    }
}
