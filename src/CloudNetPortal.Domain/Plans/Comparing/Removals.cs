namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Where removals stand among the steps that make and change.</summary>
internal static class Removals
{
    // What must be out of the way before its successor comes: dedications, traffic types, address ranges.
    private static readonly Dictionary<string, string> SuccessorOf = new(StringComparer.Ordinal)
    {
        ["releaseDedicatedGuestVlanRange"] = "dedicateGuestVlanRange", ["deleteTrafficType"] = "addTrafficType", ["deleteVlanIpRange"] = "createVlanIpRange",
        ["deleteStorageNetworkIpRange"] = "createStorageNetworkIpRange", ["releaseDedicatedZone"] = "dedicateZone",
    };

    /// <summary>Puts removals in: those in the way of something new before it, the others last before the zone is enabled.</summary>
    public static void Insert(List<PlanStep> steps, IReadOnlyList<PlanStep> removals)
    {
        var early = removals.Where(r => SuccessorOf.ContainsKey(r.Command)).ToList();
        var blockers = early.ToLookup(r => SuccessorOf[r.Command], r => r.Key, StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++)
            if (steps[i].Action == PlanAction.Create && blockers[steps[i].Command].ToList() is { Count: > 0 } first)
                steps[i] = steps[i] with { After = [.. steps[i].After, .. first] };
        // VLANs that are kept for an account do not leave their network.
        var released = blockers["dedicateGuestVlanRange"].ToList();
        for (var i = 0; i < steps.Count && released.Count > 0; i++)
            if (steps[i] is { Command: "updatePhysicalNetwork", Action: PlanAction.Change } && steps[i].Arguments.Any(a => a.Name == "vlan"))
                steps[i] = steps[i] with { After = [.. steps[i].After, .. released] };
        steps.InsertRange(steps.FindIndex(s => s.Key == Sections.ZoneSection.Zone) + 1, early);
        var late = removals.Except(early).ToList();
        var enable = steps.FindIndex(s => s.Key == "zone/enable");
        steps.InsertRange(enable < 0 ? steps.Count : enable, late);
        if (enable >= 0 && steps[enable + late.Count] is { Action: not PlanAction.Keep } last)
            steps[enable + late.Count] = last with { After = [.. last.After, .. Ends(late)] };
    }

    /// <summary>The steps that no other of them needs.</summary>
    public static IReadOnlyList<string> Ends(IReadOnlyList<PlanStep> steps)
    {
        var needed = steps.SelectMany(PlanOrder.Needs).ToHashSet(StringComparer.Ordinal);
        return [.. steps.Select(s => s.Key).Where(k => !needed.Contains(k))];
    }
}
