using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class PushJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "push_steps");

            migrationBuilder.AddColumn<string>(
                name: "choices",
                table: "push_runs",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "push_journal",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    step = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    entry = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_journal", x => x.number);
                    table.ForeignKey(
                        name: "fk_push_journal_push_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "push_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_push_journal_run_id_number",
                table: "push_journal",
                columns: new[] { "run_id", "number" });

            migrationBuilder.Sql(
                """
                -- Nothing is written under an old number. An intent, and the word that its call goes out, also need a lease that lasts by this server's clock;
                -- what was learned from a call already sent is kept as long as nobody else took over.
                create or replace function check_fence() returns trigger language plpgsql as $$
                begin
                    perform from zone_leases l join push_runs r on r.cloud_id = l.cloud_id and r.zone_id = l.zone_id
                        where r.id = new.run_id and l.fence = new.fence and (l.until > clock_timestamp() or new.kind not in ('intent', 'sent')) for share of l;
                    if not found then
                        raise exception 'the lease of the zone has passed to another worker or has ended' using errcode = 'restrict_violation', constraint = 'push_journal_fence';
                    end if;
                    return new;
                end $$;
                create trigger push_journal_fence before insert on push_journal for each row execute function check_fence();
                create trigger push_journal_stays before update on push_journal for each row execute function refuse_change();

                create function keep_journal() returns trigger language plpgsql as $$
                declare zone uuid;
                begin
                    select zone_id into zone from push_runs where id = old.run_id;
                    -- The run is gone already when its journal follows it: it was the one that had to be a sample's.
                    if zone is null or exists (select from zones where id = zone and is_sample) then
                        return old;
                    end if;
                    raise exception '% is never removed', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger push_journal_kept before delete on push_journal for each row execute function keep_journal();
                create trigger push_runs_kept before delete on push_runs for each row execute function refuse_removal_of_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "push_journal");

            migrationBuilder.DropColumn(
                name: "choices",
                table: "push_runs");

            migrationBuilder.CreateTable(
                name: "push_steps",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    custom_job_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    error = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    intent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    job_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    object_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    record = table.Column<string>(type: "jsonb", nullable: true),
                    result_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_steps", x => new { x.run_id, x.step_key, x.attempt });
                    table.ForeignKey(
                        name: "fk_push_steps_push_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "push_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }
    }
}
