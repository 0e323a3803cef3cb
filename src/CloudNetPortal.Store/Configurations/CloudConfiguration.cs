using CloudNetPortal.Store.Clouds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class CloudConfiguration : IEntityTypeConfiguration<Cloud>
{
    public void Configure(EntityTypeBuilder<Cloud> builder)
    {
        builder.ToTable("clouds", table => table.HasCheckConstraint("ck_clouds_kind", "kind in ('practice', 'staging', 'production')"));
        builder.Property(cloud => cloud.FactsJson).HasColumnName("facts").HasColumnType("jsonb");
        builder.HasOne<StoredSecret>().WithMany().HasForeignKey(cloud => cloud.PushSecretRef).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredSecret>().WithMany().HasForeignKey(cloud => cloud.ReadSecretRef).OnDelete(DeleteBehavior.Restrict);
        builder.Property(cloud => cloud.Version).IsRowVersion();
    }
}
