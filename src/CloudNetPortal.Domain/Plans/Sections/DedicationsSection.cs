using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Guest VLANs that are kept for one account.</summary>
public sealed class DedicationsSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var found = new HashSet<string>(context.Design.PublicRanges.Select(r => r.DedicatedTo?.Domain).Append(context.Design.DedicatedTo?.Domain).OfType<string>(), StringComparer.Ordinal);
        // A basic zone has no guest VLANs.
        foreach (var network in context.Kind.Key == "Basic" ? [] : context.Design.PhysicalNetworks)
            foreach (var dedication in network.VlanDedications)
            {
                if (dedication.Owner.Domain is { Length: > 0 } domain && found.Add(domain))
                    yield return Domains.Find(domain);
                var range = VlanSet.TryParse(dedication.Vlans, out var set, out _, int.MaxValue) ? set.ToString() : dedication.Vlans;
                var networkKey = NetworksSection.KeyOf(network);
                yield return new PlanStep
                {
                    Key = $"dedication/{dedication.Id}", Section = "Ranges", Title = $"VLANs {range} of {network.Name} for {dedication.Owner.Account ?? dedication.Owner.Project}",
                    DesignPath = $"physicalNetworks/{network.Id}/vlanDedications/{dedication.Id}", Command = "dedicateGuestVlanRange",
                    After = [networkKey, .. string.IsNullOrWhiteSpace(network.GuestVlans) ? Array.Empty<string>() : [$"network/{network.Id}/vlans"], .. dedication.Owner.Domain is { Length: > 0 } path ? [Domains.KeyOf(path)] : Array.Empty<string>()],
                    Arguments =
                    [
                        PlanArgument.IdOf("physicalnetworkid", networkKey), .. Values(("vlanrange", range), ("account", dedication.Owner.Account)),
                        .. dedication.Owner.Domain is { Length: > 0 } owner ? new[] { PlanArgument.IdOf("domainid", Domains.KeyOf(owner)) } : [],
                    ],
                    Lookup = new PlanLookup("listDedicatedGuestVlanRanges", [PlanArgument.IdOf("physicalnetworkid", networkKey)], [PlanArgument.Of("guestvlanrange", range)]),
                    ReadBack = new PlanReadBack("listDedicatedGuestVlanRanges", [PlanArgument.IdOf("physicalnetworkid", networkKey)], [PlanArgument.Of("guestvlanrange", range)],
                        [new PlanExpectation("account", PlanArgument.Of("account", dedication.Owner.Account ?? ""), Comparison.Exact, $"physicalNetworks/{network.Id}/vlanDedications/{dedication.Id}/owner/account")]),
                    SideEffect = "Adjacent ranges of one owner become one.",
                    UndoNote = "releaseDedicatedGuestVlanRange.",
                };
            }
    }
}
