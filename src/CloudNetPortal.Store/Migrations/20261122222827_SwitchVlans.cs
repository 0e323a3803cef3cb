using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class SwitchVlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<NpgsqlRange<int>[]>(
                name: "vlans",
                table: "devices",
                type: "int4multirange",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "vlans",
                table: "devices");
        }
    }
}
