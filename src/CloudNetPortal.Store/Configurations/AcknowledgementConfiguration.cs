using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class AcknowledgementConfiguration : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("acknowledgements");
        // One is enough: two people who take note at the same moment do not make two.
        builder.HasIndex(note => new { note.ZoneId, note.Fingerprint }).IsUnique();
        builder.Property(note => note.RuleId).HasMaxLength(10);
        builder.Property(note => note.Case).HasMaxLength(4);
        builder.Property(note => note.Fingerprint).HasMaxLength(64);
        builder.Property(note => note.Sentence).HasMaxLength(1000);
        builder.Property(note => note.ByName).HasMaxLength(100);
        builder.HasOne<Zone>().WithMany().HasForeignKey(note => note.ZoneId);
    }
}
