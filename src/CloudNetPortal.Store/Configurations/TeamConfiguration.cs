using CloudNetPortal.Store.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.HasKey(team => team.Key);
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.TeamKey);
        // The four that the default approval policy asks.
        builder.HasData(
            new Team { Key = "network", Name = "Network", Owns = "Physical networks, VLANs, address ranges, cabling", BuiltIn = true },
            new Team { Key = "compute", Name = "Compute", Owns = "Labels, clusters, hosts", BuiltIn = true },
            new Team { Key = "storage", Name = "Storage", Owns = "Storage traffic and ranges, pools, stores", BuiltIn = true },
            new Team { Key = "security", Name = "Security", Owns = "Public ranges, providers, security groups", BuiltIn = true });
    }
}
