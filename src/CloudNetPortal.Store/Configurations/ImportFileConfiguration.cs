using CloudNetPortal.Store.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("import_files", table => table.HasCheckConstraint("ck_import_files_bytes", $"length(bytes) <= {ImportFile.Longest}"));
    }
}
