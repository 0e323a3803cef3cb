using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class WaiverConfiguration : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.ToTable("waivers");
        builder.HasIndex(waiver => waiver.ZoneId);
        builder.Property(waiver => waiver.RuleId).HasMaxLength(10);
        builder.Property(waiver => waiver.Case).HasMaxLength(4);
        builder.Property(waiver => waiver.Scope).HasConversion<string>().HasMaxLength(20);
        builder.Property(waiver => waiver.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(waiver => waiver.Severity).HasConversion<string>().HasMaxLength(20);
        builder.Property(waiver => waiver.Team).HasMaxLength(40);
        builder.Property(waiver => waiver.ObjectName).HasMaxLength(300);
        builder.Property(waiver => waiver.Reason).HasMaxLength(1000);
        builder.Property(waiver => waiver.Ticket).HasMaxLength(100);
        builder.Property(waiver => waiver.RequestedByName).HasMaxLength(100);
        builder.Property(waiver => waiver.Ending).HasMaxLength(1200);
        builder.Property(waiver => waiver.Findings).HasJsonb();
        builder.Property(waiver => waiver.Consents).HasJsonb();
        builder.Property(waiver => waiver.Version).IsRowVersion();
        builder.Ignore(waiver => waiver.Needs);
        builder.HasOne<Zone>().WithMany().HasForeignKey(waiver => waiver.ZoneId);
    }
}
