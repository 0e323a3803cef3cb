using CloudNetPortal.Domain.Catalogue.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class InterfaceConfiguration : IEntityTypeConfiguration<Interface>
{
    public void Configure(EntityTypeBuilder<Interface> builder)
    {
        builder.ToTable("interfaces");
        builder.HasIndex(port => new { port.DeviceId, port.Name }).IsUnique();
        // What is below or beside it is a device of the same box; when that goes, the reference goes.
        builder.HasOne<Interface>().WithMany().HasForeignKey(port => port.BondId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Interface>().WithMany().HasForeignKey(port => port.BridgeId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Interface>().WithMany().HasForeignKey(port => port.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Interface>().WithMany().HasForeignKey(port => port.RearPortId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(port => port.Addresses).WithOne().HasForeignKey(address => address.InterfaceId);
        builder.Property(port => port.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(port => port.BondMode).HasConversion<string>().HasMaxLength(20);
        builder.Property(port => port.MemberState).HasConversion<string>().HasMaxLength(20);
        builder.Property(port => port.Mode).HasConversion<string>().HasMaxLength(20);
        builder.Property(port => port.TaggedVlans).HasVlanSet();
        builder.Property(port => port.Version).IsRowVersion();
    }
}
