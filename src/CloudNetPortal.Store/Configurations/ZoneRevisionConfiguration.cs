using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ZoneRevisionConfiguration : IEntityTypeConfiguration<ZoneRevision>
{
    public void Configure(EntityTypeBuilder<ZoneRevision> builder)
    {
        builder.ToTable("zone_revisions", table => table.HasCheckConstraint("ck_zone_revisions_sha256", "sha256 = encode(sha256(bytes), 'hex')"));
        builder.HasIndex(revision => new { revision.ZoneId, revision.Number }).IsUnique();
        builder.HasOne<Zone>().WithMany().HasForeignKey(revision => revision.ZoneId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(revision => revision.DocumentJson).HasColumnName("document").HasColumnType("jsonb");
    }
}
