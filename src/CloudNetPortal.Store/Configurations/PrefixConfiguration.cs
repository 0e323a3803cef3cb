using CloudNetPortal.Domain.Catalogue.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PrefixConfiguration : IEntityTypeConfiguration<Prefix>
{
    public void Configure(EntityTypeBuilder<Prefix> builder)
    {
        builder.ToTable("prefixes");
        // Unique per routing table: an index made in a migration, since EF cannot compare networks.
        builder.Property(prefix => prefix.Version).IsRowVersion();
    }
}
