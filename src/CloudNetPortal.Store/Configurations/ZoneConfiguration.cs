using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ZoneConfiguration : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> builder)
    {
        builder.ToTable("zones");
        builder.HasIndex(zone => zone.CloudId);
        builder.HasOne<Cloud>().WithMany().HasForeignKey(zone => zone.CloudId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(zone => zone.DraftJson).HasColumnName("draft").HasColumnType("jsonb");
        builder.Property(zone => zone.Version).IsRowVersion();
    }
}
