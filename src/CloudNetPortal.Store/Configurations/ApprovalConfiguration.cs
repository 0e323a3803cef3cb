using CloudNetPortal.Domain.Approvals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ApprovalConfiguration : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("approvals");
        builder.Property(approval => approval.Team).HasMaxLength(40);
        builder.Property(approval => approval.Verdict).HasConversion<string>().HasMaxLength(20);
        builder.Property(approval => approval.ContentHash).HasMaxLength(64);
    }
}
