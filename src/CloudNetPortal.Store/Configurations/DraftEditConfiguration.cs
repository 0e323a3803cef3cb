using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DraftEditConfiguration : IEntityTypeConfiguration<DraftEdit>
{
    public void Configure(EntityTypeBuilder<DraftEdit> builder)
    {
        builder.ToTable("draft_edits");
        builder.HasIndex(edit => new { edit.ZoneId, edit.DraftVersion });
        builder.HasOne<Zone>().WithMany().HasForeignKey(edit => edit.ZoneId);
        builder.Property(edit => edit.FromJson).HasColumnName("from_value").HasColumnType("jsonb");
        builder.Property(edit => edit.ToJson).HasColumnName("to_value").HasColumnType("jsonb");
    }
}
