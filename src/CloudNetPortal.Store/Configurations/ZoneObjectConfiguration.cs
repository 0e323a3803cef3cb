using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ZoneObjectConfiguration : IEntityTypeConfiguration<ZoneObject>
{
    public void Configure(EntityTypeBuilder<ZoneObject> builder)
    {
        builder.ToTable("zone_objects");
        builder.HasKey(o => new { o.ZoneId, o.Key });
        builder.HasOne<Zone>().WithMany().HasForeignKey(o => o.ZoneId);
    }
}
