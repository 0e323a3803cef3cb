using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class LldpNeighbourConfiguration : IEntityTypeConfiguration<LldpNeighbour>
{
    public void Configure(EntityTypeBuilder<LldpNeighbour> builder)
    {
        builder.ToTable("lldp_neighbours");
        builder.HasIndex(neighbour => neighbour.InterfaceId);
        builder.HasOne<Interface>().WithMany().HasForeignKey(neighbour => neighbour.InterfaceId);
        builder.Property(neighbour => neighbour.Vlans).HasVlanSet();
    }
}
