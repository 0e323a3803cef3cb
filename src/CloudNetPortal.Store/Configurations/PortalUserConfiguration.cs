using CloudNetPortal.Store.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users", table => table.HasCheckConstraint("ck_users_sign_in_name_lower", "sign_in_name = lower(sign_in_name)"));
        builder.HasIndex(user => user.SignInName).IsUnique();
        builder.HasMany(user => user.Memberships).WithOne().HasForeignKey(member => member.UserId);
        builder.Property<uint>("Version").IsRowVersion();
    }
}
