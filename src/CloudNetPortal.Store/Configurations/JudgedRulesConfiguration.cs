using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class JudgedRulesConfiguration : IEntityTypeConfiguration<JudgedRules>
{
    public void Configure(EntityTypeBuilder<JudgedRules> builder)
    {
        builder.ToTable("judged_rules");
        builder.HasIndex(judged => new { judged.ChangeId, judged.Hash }).IsUnique();
        builder.Property(judged => judged.FindingsJson).HasColumnName("findings").HasColumnType("jsonb");
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(judged => judged.ChangeId);
    }
}
