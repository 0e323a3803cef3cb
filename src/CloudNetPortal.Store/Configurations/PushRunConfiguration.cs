using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PushRunConfiguration : IEntityTypeConfiguration<PushRun>
{
    public void Configure(EntityTypeBuilder<PushRun> builder)
    {
        builder.ToTable("push_runs");
        builder.HasIndex(run => run.ChangeId);
        // One open push per zone: the second is refused by the database, whoever asks.
        builder.HasIndex(run => run.ZoneId, "ux_push_runs_open").IsUnique().HasFilter("state not in ('Done', 'Cancelled')");
        builder.Property(run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.ProofJson).HasColumnName("proof").HasColumnType("jsonb");
        builder.Property(run => run.Choices).HasJsonb();
        builder.Property(run => run.Skips).HasJsonb();
        builder.Property(run => run.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.Version).IsRowVersion();
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(run => run.ChangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cloud>().WithMany().HasForeignKey(run => run.CloudId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Zone>().WithMany().HasForeignKey(run => run.ZoneId).OnDelete(DeleteBehavior.Restrict);
    }
}
