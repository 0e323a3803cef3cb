using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <summary>What the database itself refuses, whoever writes.</summary>
    public partial class Guards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create unique index ux_devices_name on devices (lower(name));
                create unique index ux_datacenters_name on datacenters (lower(name));
                create unique index ux_clouds_name on clouds (lower(name));
                create unique index ux_prefixes_network on prefixes (vrf, network) nulls not distinct;
                create unique index ux_interface_addresses_address on interface_addresses (interface_id, address);
                create index ix_interface_addresses_address on interface_addresses (address);
                create index ix_interfaces_mac on interfaces (mac);

                -- Two ranges of one scope never overlap.
                alter table reservations add constraint ex_reservations_vlans exclude using gist (scope with =, vlans with &&) where (vlans is not null);
                alter table reservations add constraint ex_reservations_addresses exclude using gist (scope with =, addresses with &&) where (addresses is not null);

                -- A port ends at most one cable that is neither planned nor on its way out (CNP0103).
                create function cable_is_connected(status text) returns boolean language sql immutable as $$ select status not in ('Planned', 'Decommissioning') $$;

                create function take_cable_status() returns trigger language plpgsql as $$
                begin
                    -- The lock makes a change of the cable's status wait until this end is there, and the other way round.
                    select cable_is_connected(status) into new.connected from cables where id = new.cable_id for share;
                    return new;
                end $$;
                create trigger cable_ends_connected before insert or update on cable_ends for each row execute function take_cable_status();

                create function pass_cable_status() returns trigger language plpgsql as $$
                begin
                    update cable_ends set connected = cable_is_connected(new.status) where cable_id = new.id;
                    return null;
                end $$;
                create trigger cables_status after update of status on cables for each row when (old.status is distinct from new.status) execute function pass_cable_status();

                -- What was frozen stays. Sample zones are removed whole.
                create function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% is never changed or removed', tg_table_name using errcode = 'restrict_violation';
                end $$;

                create function refuse_removal_unless_sample() returns trigger language plpgsql as $$
                declare zone uuid;
                begin
                    if tg_table_name = 'zone_revisions' then
                        zone := old.zone_id;
                    else
                        select zone_id into zone from changes where id = old.change_id;
                    end if;
                    -- The change is gone already when its rows follow it: it was the one that had to be a sample's.
                    if zone is null or exists (select from zones where id = zone and is_sample) then
                        return old;
                    end if;
                    raise exception '% is never removed', tg_table_name using errcode = 'restrict_violation';
                end $$;

                create function refuse_removal_of_change() returns trigger language plpgsql as $$
                begin
                    if exists (select from zones where id = old.zone_id and is_sample) then
                        return old;
                    end if;
                    raise exception '% is never removed', tg_table_name using errcode = 'restrict_violation';
                end $$;

                create trigger audit_stays before update or delete or truncate on audit execute function refuse_change();
                create trigger zone_revisions_stay before update on zone_revisions for each row execute function refuse_change();
                create trigger zone_revisions_kept before delete on zone_revisions for each row execute function refuse_removal_unless_sample();
                create trigger change_plans_stay before update on change_plans for each row execute function refuse_change();
                create trigger change_plans_kept before delete on change_plans for each row execute function refuse_removal_unless_sample();
                create trigger judged_rules_stay before update on judged_rules for each row execute function refuse_change();
                create trigger judged_rules_kept before delete on judged_rules for each row execute function refuse_removal_unless_sample();
                create trigger approvals_kept before delete on approvals for each row execute function refuse_removal_unless_sample();
                create trigger changes_kept before delete on changes for each row execute function refuse_removal_of_change();

                -- What somebody said for a team is not rewritten; it can only lapse.
                create function let_approval_lapse() returns trigger language plpgsql as $$
                begin
                    if (new.id, new.change_id, new.team, new."by", new.verdict, new.comment, new.content_hash, new."at") is distinct from (old.id, old.change_id, old.team, old."by", old.verdict, old.comment, old.content_hash, old."at")
                        or (old.is_stale and not new.is_stale) then
                        raise exception 'an approval is never rewritten' using errcode = 'restrict_violation';
                    end if;
                    return new;
                end $$;
                create trigger approvals_stay before update on approvals for each row execute function let_approval_lapse();

                -- An author's consent, or one for another content, does not even get stored.
                create function check_approval() returns trigger language plpgsql as $$
                begin
                    if exists (select from changes where id = new.change_id and new."by" = any (authors) and new.verdict = 'Approved') then
                        raise exception 'nobody approves what they wrote or submitted' using errcode = 'restrict_violation';
                    end if;
                    return new;
                end $$;
                create trigger approvals_checked before insert on approvals for each row execute function check_approval();

                -- Nothing is pushed but the plan that was approved.
                create function check_push() returns trigger language plpgsql as $$
                begin
                    if not exists (select from changes where id = new.change_id and state = 'Pushing' and plan_hash = new.plan_hash and zone_id = new.zone_id and cloud_id = new.cloud_id) then
                        raise exception 'only the approved plan of a change is pushed' using errcode = 'restrict_violation';
                    end if;
                    return new;
                end $$;
                create trigger push_runs_checked before insert or update of change_id, plan_hash, zone_id, cloud_id on push_runs for each row execute function check_push();

                -- An intent counts only under the current number of the zone's lease, while that lasts by this server's clock.
                create function check_fence() returns trigger language plpgsql as $$
                begin
                    perform from zone_leases l join push_runs r on r.cloud_id = l.cloud_id and r.zone_id = l.zone_id
                        where r.id = new.run_id and l.fence = new.fence and l.until > clock_timestamp() for share of l;
                    if not found then
                        raise exception 'the lease of the zone has passed to another worker or has ended' using errcode = 'restrict_violation', constraint = 'push_steps_fence';
                    end if;
                    return new;
                end $$;
                create trigger push_steps_fence before insert on push_steps for each row execute function check_fence();

                -- Counts every transaction that changes the catalogue. At its end, so that writers do not wait for each other.
                insert into catalogue_state (id, version) values (1, 1);
                create function count_catalogue() returns trigger language plpgsql as $$
                begin
                    if current_setting('portal.catalogue_counted', true) is distinct from pg_current_xact_id()::text then
                        perform set_config('portal.catalogue_counted', pg_current_xact_id()::text, true);
                        update catalogue_state set version = version + 1 where id = 1;
                    end if;
                    return null;
                end $$;
                """);
            foreach (var table in (string[])["datacenters", "rooms", "racks", "prefixes", "device_types", "devices", "logical_hosts", "interfaces", "interface_addresses", "cables", "cable_ends", "lldp_neighbours"])
                migrationBuilder.Sql($"create constraint trigger {table}_counted after insert or update or delete on {table} deferrable initially deferred for each row execute function count_catalogue();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("The guards of the first release stay. Restore a backup to go back behind it.");
    }
}
