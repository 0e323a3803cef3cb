using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Pushes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class RehearsalConfiguration : IEntityTypeConfiguration<Rehearsal>
{
    public void Configure(EntityTypeBuilder<Rehearsal> builder)
    {
        builder.ToTable("rehearsals");
        builder.HasIndex(rehearsal => rehearsal.ChangeId);
        builder.Property(rehearsal => rehearsal.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(rehearsal => rehearsal.ResultJson).HasColumnName("result").HasColumnType("jsonb");
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(rehearsal => rehearsal.ChangeId).OnDelete(DeleteBehavior.Cascade);
    }
}
