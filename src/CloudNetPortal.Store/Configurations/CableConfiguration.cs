using CloudNetPortal.Domain.Catalogue.Cabling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class CableConfiguration : IEntityTypeConfiguration<Cable>
{
    public void Configure(EntityTypeBuilder<Cable> builder)
    {
        builder.ToTable("cables");
        builder.HasMany(cable => cable.Ends).WithOne().HasForeignKey(end => end.CableId);
        builder.Property(cable => cable.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(cable => cable.LengthMetres).HasPrecision(8, 2);
        builder.Property(cable => cable.Version).IsRowVersion();
    }
}
