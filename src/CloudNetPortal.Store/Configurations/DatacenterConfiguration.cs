using CloudNetPortal.Domain.Catalogue.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DatacenterConfiguration : IEntityTypeConfiguration<Datacenter>
{
    public void Configure(EntityTypeBuilder<Datacenter> builder)
    {
        builder.ToTable("datacenters");
        builder.HasIndex(datacenter => datacenter.Slug).IsUnique();
        builder.HasMany(datacenter => datacenter.Rooms).WithOne().HasForeignKey(room => room.DatacenterId);
        builder.Property(datacenter => datacenter.Version).IsRowVersion();
    }
}
