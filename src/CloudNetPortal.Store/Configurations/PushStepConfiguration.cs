using CloudNetPortal.Store.Pushes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PushStepConfiguration : IEntityTypeConfiguration<PushStep>
{
    public void Configure(EntityTypeBuilder<PushStep> builder)
    {
        builder.ToTable("push_steps");
        builder.HasKey(step => new { step.RunId, step.StepKey, step.Attempt });
        builder.Property(step => step.RecordJson).HasColumnName("record").HasColumnType("jsonb");
        builder.HasOne<PushRun>().WithMany().HasForeignKey(step => step.RunId);
    }
}
