using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class CableEndConfiguration : IEntityTypeConfiguration<CableEnd>
{
    public void Configure(EntityTypeBuilder<CableEnd> builder)
    {
        builder.ToTable("cable_ends", table => table.HasCheckConstraint("ck_cable_ends_side", "side in ('A', 'B')"));
        builder.HasIndex(end => new { end.CableId, end.InterfaceId }).IsUnique();
        builder.HasIndex(end => end.InterfaceId);
        // A port with a cable stays until somebody takes the cable out.
        builder.HasOne<Interface>().WithMany().HasForeignKey(end => end.InterfaceId).OnDelete(DeleteBehavior.Restrict);
        // Kept by the database: true while the cable is neither planned nor on its way out. One such end per port (CNP0103).
        builder.Property<bool>("Connected").HasDefaultValue(false).ValueGeneratedOnAddOrUpdate();
        builder.HasIndex(end => end.InterfaceId, "ux_cable_ends_connected").IsUnique().HasFilter("connected");
    }
}
