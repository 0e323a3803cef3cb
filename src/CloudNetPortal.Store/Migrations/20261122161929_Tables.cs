using System;
using System.Collections.Generic;
using System.Net;
using System.Net.NetworkInformation;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class Tables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,");

            migrationBuilder.CreateSequence<int>(
                name: "change_number");

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    act = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    did = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    object_kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    object_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    object_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cables",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    color = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    length_metres = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cables", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "datacenters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    dns = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_datacenters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device_types",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    manufacturer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    part_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    unit_height = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: false),
                    is_full_depth = table.Column<bool>(type: "boolean", nullable: false),
                    ports = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_types", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "jsonb", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    discarded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prefixes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network = table.Column<IPNetwork>(type: "cidr", nullable: false),
                    vlan_id = table.Column<int>(type: "integer", nullable: true),
                    gateway = table.Column<IPAddress>(type: "inet", nullable: true),
                    vrf = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prefixes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scene_objects",
                columns: table => new
                {
                    scene = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scene_objects", x => new { x.scene, x.kind, x.object_id });
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    encrypted = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.reference);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    owns = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    built_in = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_in_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    display_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    password_hash = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    security_stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    failed_attempts = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    disabled = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    roles = table.Column<List<string>>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("ck_users_sign_in_name_lower", "sign_in_name = lower(sign_in_name)");
                });

            migrationBuilder.CreateTable(
                name: "zone_leases",
                columns: table => new
                {
                    cloud_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone_leases", x => new { x.cloud_id, x.zone_id });
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    datacenter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.ForeignKey(
                        name: "fk_rooms_datacenters_datacenter_id",
                        column: x => x.datacenter_id,
                        principalTable: "datacenters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_files", x => x.id);
                    table.CheckConstraint("ck_import_files_bytes", "length(bytes) <= 20971520");
                    table.ForeignKey(
                        name: "fk_import_files_imports_import_run_id",
                        column: x => x.import_run_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clouds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    endpoint = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    push_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    push_secret_ref = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    read_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    read_secret_ref = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: true),
                    facts_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clouds", x => x.id);
                    table.CheckConstraint("ck_clouds_kind", "kind in ('practice', 'staging', 'production')");
                    table.ForeignKey(
                        name: "fk_clouds_secrets_push_secret_ref",
                        column: x => x.push_secret_ref,
                        principalTable: "secrets",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clouds_secrets_read_secret_ref",
                        column: x => x.read_secret_ref,
                        principalTable: "secrets",
                        principalColumn: "reference",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_key = table.Column<string>(type: "character varying(40)", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.user_id, x.team_key });
                    table.ForeignKey(
                        name: "fk_team_members_teams_team_key",
                        column: x => x.team_key,
                        principalTable: "teams",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "racks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    datacenter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    starting_unit = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_racks", x => x.id);
                    table.ForeignKey(
                        name: "fk_racks_datacenters_datacenter_id",
                        column: x => x.datacenter_id,
                        principalTable: "datacenters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_racks_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "zones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cloud_id = table.Column<Guid>(type: "uuid", nullable: true),
                    policy_pack = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    draft = table.Column<string>(type: "jsonb", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    draft_authors = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zones", x => x.id);
                    table.ForeignKey(
                        name: "fk_zones_clouds_cloud_id",
                        column: x => x.cloud_id,
                        principalTable: "clouds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    device_type_id = table.Column<Guid>(type: "uuid", nullable: true),
                    datacenter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rack_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: true),
                    face = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    serial = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    comments = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    platform = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_devices_datacenters_datacenter_id",
                        column: x => x.datacenter_id,
                        principalTable: "datacenters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_devices_device_types_device_type_id",
                        column: x => x.device_type_id,
                        principalTable: "device_types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_devices_racks_rack_id",
                        column: x => x.rack_id,
                        principalTable: "racks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_edits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    from_value = table.Column<string>(type: "jsonb", nullable: true),
                    to_value = table.Column<string>(type: "jsonb", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_edits", x => x.id);
                    table.ForeignKey(
                        name: "fk_draft_edits_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "zone_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    origin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    authors = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    frozen_by = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone_revisions", x => x.id);
                    table.CheckConstraint("ck_zone_revisions_sha256", "sha256 = encode(sha256(bytes), 'hex')");
                    table.ForeignKey(
                        name: "fk_zone_revisions_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interfaces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    alias = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    name_label = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    connector = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    mac = table.Column<PhysicalAddress>(type: "macaddr", nullable: true),
                    mtu = table.Column<int>(type: "integer", nullable: true),
                    speed_mbps = table.Column<int>(type: "integer", nullable: true),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    management_only = table.Column<bool>(type: "boolean", nullable: false),
                    bond_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bridge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    vlan_id = table.Column<int>(type: "integer", nullable: true),
                    bond_mode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    lacp_fast = table.Column<bool>(type: "boolean", nullable: true),
                    mlag_group = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_distributed = table.Column<bool>(type: "boolean", nullable: true),
                    mode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    untagged_vlan = table.Column<int>(type: "integer", nullable: true),
                    tagged_vlans = table.Column<NpgsqlRange<int>[]>(type: "int4multirange", nullable: true),
                    rear_port_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rear_position = table.Column<int>(type: "integer", nullable: true),
                    positions = table.Column<int>(type: "integer", nullable: true),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    made_by_cloud_stack = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interfaces", x => x.id);
                    table.ForeignKey(
                        name: "fk_interfaces_devices_device_id",
                        column: x => x.device_id,
                        principalTable: "devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interfaces_interfaces_bond_id",
                        column: x => x.bond_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_interfaces_interfaces_bridge_id",
                        column: x => x.bridge_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_interfaces_interfaces_parent_id",
                        column: x => x.parent_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_interfaces_interfaces_rear_port_id",
                        column: x => x.rear_port_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "logical_hosts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hypervisor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    management_address = table.Column<IPAddress>(type: "inet", nullable: true),
                    uses_open_vswitch = table.Column<bool>(type: "boolean", nullable: false),
                    operating_system = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    architecture = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logical_hosts", x => x.id);
                    table.ForeignKey(
                        name: "fk_logical_hosts_devices_device_id",
                        column: x => x.device_id,
                        principalTable: "devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false, defaultValueSql: "nextval('change_number')"),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cloud_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    authors = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_hash = table.Column<string>(type: "text", nullable: false),
                    plan_hash = table.Column<string>(type: "text", nullable: false),
                    rules_hash = table.Column<string>(type: "text", nullable: false),
                    requirements = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_changes_clouds_cloud_id",
                        column: x => x.cloud_id,
                        principalTable: "clouds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_changes_zone_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "zone_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_changes_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cable_ends",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    interface_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<char>(type: "character(1)", nullable: false),
                    connected = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cable_ends", x => x.id);
                    table.CheckConstraint("ck_cable_ends_side", "side in ('A', 'B')");
                    table.ForeignKey(
                        name: "fk_cable_ends_cables_cable_id",
                        column: x => x.cable_id,
                        principalTable: "cables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cable_ends_interfaces_interface_id",
                        column: x => x.interface_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interface_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    interface_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<IPAddress>(type: "inet", nullable: false),
                    prefix_length = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interface_addresses", x => x.id);
                    table.CheckConstraint("ck_interface_addresses_prefix_length", "prefix_length between 0 and case family(address) when 4 then 32 else 128 end");
                    table.ForeignKey(
                        name: "fk_interface_addresses_interfaces_interface_id",
                        column: x => x.interface_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lldp_neighbours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    interface_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chassis_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    system_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    port_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    port_description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    management_address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    vlans = table.Column<NpgsqlRange<int>[]>(type: "int4multirange", nullable: true),
                    aggregated = table.Column<bool>(type: "boolean", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lldp_neighbours", x => x.id);
                    table.ForeignKey(
                        name: "fk_lldp_neighbours_interfaces_interface_id",
                        column: x => x.interface_id,
                        principalTable: "interfaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_stale = table.Column<bool>(type: "boolean", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "change_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_plans", x => x.id);
                    table.CheckConstraint("ck_change_plans_hash", "hash = encode(sha256(bytes), 'hex')");
                    table.ForeignKey(
                        name: "fk_change_plans_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judged_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    pack = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    catalogue_version = table.Column<long>(type: "bigint", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judged_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_judged_rules_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "push_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cloud_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pause_requested = table.Column<bool>(type: "boolean", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    stop_reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    stopped_at_step = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    proof = table.Column<string>(type: "jsonb", nullable: true),
                    differences = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_push_runs_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_push_runs_clouds_cloud_id",
                        column: x => x.cloud_id,
                        principalTable: "clouds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_push_runs_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    vlans = table.Column<NpgsqlRange<int>>(type: "int4range", nullable: true),
                    addresses = table.Column<NpgsqlRange<long>>(type: "int8range", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reservations", x => x.id);
                    table.CheckConstraint("ck_reservations_one_range", "(vlans is null) <> (addresses is null)");
                    table.ForeignKey(
                        name: "fk_reservations_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reservations_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "push_steps",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    intent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    result_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    custom_job_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    job_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    object_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    error = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    record = table.Column<string>(type: "jsonb", nullable: true)
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

            migrationBuilder.InsertData(
                table: "teams",
                columns: new[] { "key", "built_in", "name", "owns" },
                values: new object[,]
                {
                    { "compute", true, "Compute", "Labels, clusters, hosts" },
                    { "network", true, "Network", "Physical networks, VLANs, address ranges, cabling" },
                    { "security", true, "Security", "Public ranges, providers, security groups" },
                    { "storage", true, "Storage", "Storage traffic and ranges, pools, stores" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_change_id",
                table: "approvals",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_at",
                table: "audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_by",
                table: "audit",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_audit_object_kind_object_id",
                table: "audit",
                columns: new[] { "object_kind", "object_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cable_ends_cable_id_interface_id",
                table: "cable_ends",
                columns: new[] { "cable_id", "interface_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cable_ends_interface_id",
                table: "cable_ends",
                column: "interface_id");

            migrationBuilder.CreateIndex(
                name: "ux_cable_ends_connected",
                table: "cable_ends",
                column: "interface_id",
                unique: true,
                filter: "connected");

            migrationBuilder.CreateIndex(
                name: "ix_change_plans_change_id_hash",
                table: "change_plans",
                columns: new[] { "change_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_cloud_id",
                table: "changes",
                column: "cloud_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_number",
                table: "changes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_revision_id",
                table: "changes",
                column: "revision_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_zone_id",
                table: "changes",
                column: "zone_id");

            migrationBuilder.CreateIndex(
                name: "ix_clouds_push_secret_ref",
                table: "clouds",
                column: "push_secret_ref");

            migrationBuilder.CreateIndex(
                name: "ix_clouds_read_secret_ref",
                table: "clouds",
                column: "read_secret_ref");

            migrationBuilder.CreateIndex(
                name: "ix_datacenters_slug",
                table: "datacenters",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_types_manufacturer_model",
                table: "device_types",
                columns: new[] { "manufacturer", "model" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_types_slug",
                table: "device_types",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_devices_datacenter_id",
                table: "devices",
                column: "datacenter_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_device_type_id",
                table: "devices",
                column: "device_type_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_rack_id",
                table: "devices",
                column: "rack_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_role",
                table: "devices",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "ix_draft_edits_zone_id_draft_version",
                table: "draft_edits",
                columns: new[] { "zone_id", "draft_version" });

            migrationBuilder.CreateIndex(
                name: "ix_import_files_import_run_id",
                table: "import_files",
                column: "import_run_id");

            migrationBuilder.CreateIndex(
                name: "ix_interface_addresses_interface_id",
                table: "interface_addresses",
                column: "interface_id");

            migrationBuilder.CreateIndex(
                name: "ix_interfaces_bond_id",
                table: "interfaces",
                column: "bond_id");

            migrationBuilder.CreateIndex(
                name: "ix_interfaces_bridge_id",
                table: "interfaces",
                column: "bridge_id");

            migrationBuilder.CreateIndex(
                name: "ix_interfaces_device_id_name",
                table: "interfaces",
                columns: new[] { "device_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interfaces_parent_id",
                table: "interfaces",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_interfaces_rear_port_id",
                table: "interfaces",
                column: "rear_port_id");

            migrationBuilder.CreateIndex(
                name: "ix_judged_rules_change_id_hash",
                table: "judged_rules",
                columns: new[] { "change_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lldp_neighbours_interface_id",
                table: "lldp_neighbours",
                column: "interface_id");

            migrationBuilder.CreateIndex(
                name: "ix_logical_hosts_device_id",
                table: "logical_hosts",
                column: "device_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protection_keys_name",
                table: "protection_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_push_runs_change_id",
                table: "push_runs",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_push_runs_cloud_id",
                table: "push_runs",
                column: "cloud_id");

            migrationBuilder.CreateIndex(
                name: "ux_push_runs_open",
                table: "push_runs",
                column: "zone_id",
                unique: true,
                filter: "state not in ('Done', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "ix_racks_datacenter_id_name",
                table: "racks",
                columns: new[] { "datacenter_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_racks_room_id",
                table: "racks",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_change_id",
                table: "reservations",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_zone_id",
                table: "reservations",
                column: "zone_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_datacenter_id_name",
                table: "rooms",
                columns: new[] { "datacenter_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_members_team_key",
                table: "team_members",
                column: "team_key");

            migrationBuilder.CreateIndex(
                name: "ix_users_sign_in_name",
                table: "users",
                column: "sign_in_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_zone_revisions_zone_id_number",
                table: "zone_revisions",
                columns: new[] { "zone_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_zones_cloud_id",
                table: "zones",
                column: "cloud_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "cable_ends");

            migrationBuilder.DropTable(
                name: "catalogue_state");

            migrationBuilder.DropTable(
                name: "change_plans");

            migrationBuilder.DropTable(
                name: "draft_edits");

            migrationBuilder.DropTable(
                name: "import_files");

            migrationBuilder.DropTable(
                name: "interface_addresses");

            migrationBuilder.DropTable(
                name: "judged_rules");

            migrationBuilder.DropTable(
                name: "lldp_neighbours");

            migrationBuilder.DropTable(
                name: "logical_hosts");

            migrationBuilder.DropTable(
                name: "prefixes");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "push_steps");

            migrationBuilder.DropTable(
                name: "reservations");

            migrationBuilder.DropTable(
                name: "scene_objects");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "zone_leases");

            migrationBuilder.DropTable(
                name: "cables");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "interfaces");

            migrationBuilder.DropTable(
                name: "push_runs");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "device_types");

            migrationBuilder.DropTable(
                name: "racks");

            migrationBuilder.DropTable(
                name: "zone_revisions");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "zones");

            migrationBuilder.DropTable(
                name: "datacenters");

            migrationBuilder.DropTable(
                name: "clouds");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropSequence(
                name: "change_number");
        }
    }
}
