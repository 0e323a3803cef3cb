using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        // Overlap within a scope is refused by exclusion constraints, made in a migration.
        builder.ToTable("reservations", table => table.HasCheckConstraint("ck_reservations_one_range", "(vlans is null) <> (addresses is null)"));
        builder.HasIndex(reservation => reservation.ZoneId);
        builder.Property(reservation => reservation.State).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Zone>().WithMany().HasForeignKey(reservation => reservation.ZoneId);
        builder.HasOne<ChangeRequest>().WithMany().HasForeignKey(reservation => reservation.ChangeId);
    }
}
