using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ChangeRequestConfiguration : IEntityTypeConfiguration<ChangeRequest>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.ToTable("changes");
        builder.HasIndex(change => change.Number).IsUnique();
        builder.HasIndex(change => change.ZoneId);
        builder.Property(change => change.Number).HasDefaultValueSql("nextval('change_number')").ValueGeneratedOnAdd();
        builder.Property(change => change.Title).HasMaxLength(200);
        builder.Property(change => change.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(change => change.Authors).HasUuidArray();
        builder.Property(change => change.Requirements).HasJsonb();
        builder.Property(change => change.Version).IsRowVersion();
        builder.HasMany(change => change.Approvals).WithOne().HasForeignKey("ChangeId").IsRequired();
        builder.Navigation(change => change.Approvals).HasField("_approvals").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.Ignore(change => change.OpenRequirements);
        builder.Ignore(change => change.ContentHash);
        builder.HasOne<Zone>().WithMany().HasForeignKey(change => change.ZoneId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cloud>().WithMany().HasForeignKey(change => change.CloudId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ZoneRevision>().WithMany().HasForeignKey(change => change.RevisionId).OnDelete(DeleteBehavior.Restrict);
    }
}
