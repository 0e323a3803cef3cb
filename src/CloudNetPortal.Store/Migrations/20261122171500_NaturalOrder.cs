using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CloudNetPortal.Store.Migrations;

/// <summary>A collation that counts as people do: Eth2 before Eth10.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261122171500_NaturalOrder")]
public sealed class NaturalOrder : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("create collation if not exists natural_order (provider = icu, locale = 'und-u-kn-true');");

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop collation if exists natural_order;");
}
