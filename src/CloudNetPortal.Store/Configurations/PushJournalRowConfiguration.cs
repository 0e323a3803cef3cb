using CloudNetPortal.Store.Pushes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PushJournalRowConfiguration : IEntityTypeConfiguration<PushJournalRow>
{
    public void Configure(EntityTypeBuilder<PushJournalRow> builder)
    {
        builder.ToTable("push_journal");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(row => new { row.RunId, row.Number });
        builder.Property(row => row.EntryJson).HasColumnName("entry");
        builder.HasOne<PushRun>().WithMany().HasForeignKey(row => row.RunId);
    }
}
