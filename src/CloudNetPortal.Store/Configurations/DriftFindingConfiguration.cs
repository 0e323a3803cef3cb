using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class DriftFindingConfiguration : IEntityTypeConfiguration<DriftFinding>
{
    public void Configure(EntityTypeBuilder<DriftFinding> builder)
    {
        builder.ToTable("drift_findings");
        builder.HasIndex(finding => new { finding.ZoneId, finding.GoneAt });
        builder.Property(finding => finding.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(finding => finding.EditJson).HasColumnName("edit").HasColumnType("jsonb");
        builder.Property(finding => finding.CauseJson).HasColumnName("cause").HasColumnType("jsonb");
        builder.Property(finding => finding.Version).IsRowVersion();
        builder.HasOne<Zone>().WithMany().HasForeignKey(finding => finding.ZoneId);
    }
}
