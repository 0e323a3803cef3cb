using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class LinkAndMemberState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_link",
                table: "interfaces",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "member_state",
                table: "interfaces",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has_link",
                table: "interfaces");

            migrationBuilder.DropColumn(
                name: "member_state",
                table: "interfaces");
        }
    }
}
