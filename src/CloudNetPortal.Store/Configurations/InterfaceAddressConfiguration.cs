using CloudNetPortal.Domain.Catalogue.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class InterfaceAddressConfiguration : IEntityTypeConfiguration<InterfaceAddress>
{
    public void Configure(EntityTypeBuilder<InterfaceAddress> builder)
    {
        builder.ToTable("interface_addresses", table => table.HasCheckConstraint("ck_interface_addresses_prefix_length", "prefix_length between 0 and case family(address) when 4 then 32 else 128 end"));
        // Indexes over the address are made in a migration, since EF cannot compare addresses.
        builder.HasIndex(address => address.InterfaceId);
    }
}
