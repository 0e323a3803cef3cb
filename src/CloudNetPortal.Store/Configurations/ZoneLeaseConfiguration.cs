using CloudNetPortal.Store.Pushes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ZoneLeaseConfiguration : IEntityTypeConfiguration<ZoneLease>
{
    public void Configure(EntityTypeBuilder<ZoneLease> builder)
    {
        builder.ToTable("zone_leases");
        builder.HasKey(lease => new { lease.CloudId, lease.ZoneId });
    }
}
