using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DriftCheckConfiguration : IEntityTypeConfiguration<DriftCheck>
{
    public void Configure(EntityTypeBuilder<DriftCheck> builder)
    {
        builder.ToTable("drift_checks");
        builder.HasKey(check => check.ZoneId);
        builder.HasOne<Zone>().WithMany().HasForeignKey(check => check.ZoneId);
    }
}
