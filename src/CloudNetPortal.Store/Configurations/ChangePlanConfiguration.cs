using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ChangePlanConfiguration : IEntityTypeConfiguration<ChangePlan>
{
    public void Configure(EntityTypeBuilder<ChangePlan> builder)
    {
        builder.ToTable("change_plans", table => table.HasCheckConstraint("ck_change_plans_hash", "hash = encode(sha256(bytes), 'hex')"));
        builder.HasIndex(plan => new { plan.ChangeId, plan.Hash }).IsUnique();
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(plan => plan.ChangeId);
    }
}
