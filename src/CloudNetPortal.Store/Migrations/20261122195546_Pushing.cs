using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class Pushing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "purpose",
                table: "push_runs",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Build");

            migrationBuilder.AddColumn<string>(
                name: "skips",
                table: "push_runs",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "takes_back",
                table: "push_runs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "waits_for",
                table: "push_runs",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "maintenance_windows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cloud_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_windows", x => x.id);
                    table.ForeignKey(
                        name: "fk_maintenance_windows_clouds_cloud_id",
                        column: x => x.cloud_id,
                        principalTable: "clouds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_maintenance_windows_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rehearsals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seed = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    alive_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rehearsals", x => x.id);
                    table.ForeignKey(
                        name: "fk_rehearsals_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_windows_cloud_id",
                table: "maintenance_windows",
                column: "cloud_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_windows_zone_id",
                table: "maintenance_windows",
                column: "zone_id");

            migrationBuilder.CreateIndex(
                name: "ix_rehearsals_change_id",
                table: "rehearsals",
                column: "change_id");

            migrationBuilder.Sql(
                """
                -- Nothing is pushed but the plan that was approved; what a push did may be taken back by a plan of its own, as part of the same change.
                create or replace function check_push() returns trigger language plpgsql as $$
                begin
                    if new.takes_back is null and not exists (select from changes where id = new.change_id and state = 'Pushing' and plan_hash = new.plan_hash and zone_id = new.zone_id and cloud_id = new.cloud_id) then
                        raise exception 'only the approved plan of a change is pushed' using errcode = 'restrict_violation';
                    end if;
                    if new.takes_back is not null and not exists (
                        select from push_runs r join changes c on c.id = r.change_id
                        where r.id = new.takes_back and r.change_id = new.change_id and r.zone_id = new.zone_id and r.cloud_id = new.cloud_id and c.state = 'Pushing') then
                        raise exception 'only what a push of the same change did is taken back' using errcode = 'restrict_violation';
                    end if;
                    return new;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "maintenance_windows");

            migrationBuilder.DropTable(
                name: "rehearsals");

            migrationBuilder.DropColumn(
                name: "purpose",
                table: "push_runs");

            migrationBuilder.DropColumn(
                name: "skips",
                table: "push_runs");

            migrationBuilder.DropColumn(
                name: "takes_back",
                table: "push_runs");

            migrationBuilder.DropColumn(
                name: "waits_for",
                table: "push_runs");
        }
    }
}
