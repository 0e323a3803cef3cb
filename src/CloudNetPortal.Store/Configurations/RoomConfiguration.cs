using CloudNetPortal.Domain.Catalogue.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms");
        builder.HasIndex(room => new { room.DatacenterId, room.Name }).IsUnique();
        builder.Property(room => room.Version).IsRowVersion();
    }
}
