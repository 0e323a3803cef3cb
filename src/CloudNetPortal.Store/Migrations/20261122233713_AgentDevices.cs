using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class AgentDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "agent_guest_device",
                table: "logical_hosts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent_private_device",
                table: "logical_hosts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent_public_device",
                table: "logical_hosts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "agent_guest_device",
                table: "logical_hosts");

            migrationBuilder.DropColumn(
                name: "agent_private_device",
                table: "logical_hosts");

            migrationBuilder.DropColumn(
                name: "agent_public_device",
                table: "logical_hosts");
        }
    }
}
