using CloudNetPortal.Store.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class AuditRecordConfiguration : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("audit");
        builder.HasIndex(record => record.At);
        builder.HasIndex(record => new { record.ObjectKind, record.ObjectId });
        builder.HasIndex(record => record.By);
        builder.Property(record => record.BeforeJson).HasColumnName("before").HasColumnType("jsonb");
        builder.Property(record => record.AfterJson).HasColumnName("after").HasColumnType("jsonb");
    }
}
