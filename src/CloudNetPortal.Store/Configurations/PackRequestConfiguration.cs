using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PackRequestConfiguration : IEntityTypeConfiguration<PackRequest>
{
    public void Configure(EntityTypeBuilder<PackRequest> builder)
    {
        builder.ToTable("pack_requests");
        // One wish at a time waits for an answer.
        builder.HasIndex(wish => wish.ZoneId).IsUnique().HasFilter("decided_at is null");
        builder.HasOne<Zone>().WithMany().HasForeignKey(wish => wish.ZoneId);
    }
}
