using CloudNetPortal.Store.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("imports");
        builder.Property(import => import.StateJson).HasColumnName("state").HasColumnType("jsonb");
        builder.HasMany(import => import.Files).WithOne().HasForeignKey(file => file.ImportRunId);
        builder.Property(import => import.Version).IsRowVersion();
    }
}
