using CloudNetPortal.Domain.Catalogue.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class RackConfiguration : IEntityTypeConfiguration<Rack>
{
    public void Configure(EntityTypeBuilder<Rack> builder)
    {
        builder.ToTable("racks");
        builder.HasIndex(rack => new { rack.DatacenterId, rack.Name }).IsUnique();
        builder.HasOne<Datacenter>().WithMany().HasForeignKey(rack => rack.DatacenterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Room>().WithMany().HasForeignKey(rack => rack.RoomId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(rack => rack.Version).IsRowVersion();
    }
}
