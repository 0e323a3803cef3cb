using CloudNetPortal.Domain.Catalogue.Devices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class LogicalHostConfiguration : IEntityTypeConfiguration<LogicalHost>
{
    public void Configure(EntityTypeBuilder<LogicalHost> builder)
    {
        builder.ToTable("logical_hosts");
    }
}
