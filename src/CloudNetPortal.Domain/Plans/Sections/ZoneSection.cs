namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>The zone itself, disabled until the end.</summary>
public sealed class ZoneSection : PlanSection
{
    /// <summary>Key of the step that makes the zone.</summary>
    public const string Zone = "zone";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var (design, kind) = (context.Design, context.Kind);
        var guestCidr = kind.Key is "Basic" or "AdvancedSecurityGroups" ? null : design.GuestCidr;
        yield return new PlanStep
        {
            Key = Zone, Section = "Zone", Title = $"Zone {design.Name}", Command = "createZone", Lane = "zones", After = [.. context.Earlier.Select(s => s.Key)],
            Arguments =
            [
                .. Values(("name", design.Name), ("networktype", kind.NetworkType), ("dns1", design.Dns1), ("dns2", design.Dns2), ("ip6dns1", design.Ip6Dns1), ("ip6dns2", design.Ip6Dns2),
                    ("internaldns1", design.InternalDns1), ("internaldns2", design.InternalDns2), ("guestcidraddress", guestCidr), ("domain", design.NetworkDomain),
                    ("localstorageenabled", Word(design.LocalStorageEnabled)), ("securitygroupenabled", Word(kind.SecurityGroups)), ("isedge", kind.IsEdge ? "true" : null)),
            ],
            Lookup = new PlanLookup("listZones", [PlanArgument.Of("name", design.Name)], [PlanArgument.Of("name", design.Name)]) { IgnoreCase = true, OnlyIfOurs = true },
            ReadBack = ById("listZones", Zone, Expect("",
                ("name", design.Name, "name", Comparison.Exact), ("networktype", kind.NetworkType, "kind", Comparison.Exact), ("securitygroupsenabled", Word(kind.SecurityGroups), "kind", Comparison.Exact),
                ("dns1", design.Dns1, "dns1", Comparison.Exact), ("dns2", design.Dns2, "dns2", Comparison.Exact), ("ip6dns1", design.Ip6Dns1, "ip6Dns1", Comparison.Exact), ("ip6dns2", design.Ip6Dns2, "ip6Dns2", Comparison.Exact), ("internaldns1", design.InternalDns1, "internalDns1", Comparison.Exact),
                ("internaldns2", design.InternalDns2, "internalDns2", Comparison.Exact), ("guestcidraddress", guestCidr, "guestCidr", Comparison.Exact),
                ("domain", design.NetworkDomain, "networkDomain", Comparison.Exact), ("localstorageenabled", Word(design.LocalStorageEnabled), "localStorageEnabled", Comparison.Exact))),
            UndoNote = "deleteZone, once everything in it is gone. Zone type and security groups are fixed from now on.",
            SideEffect = "The zone is created disabled.",
            Why = "Everything else belongs to it.",
        };
        if (design.Details.Count > 0)
            yield return new PlanStep
            {
                Key = "zone/details", Section = "Zone", Title = "Details of the zone", Command = "updateZone", After = [Zone],
                Arguments =
                [
                    PlanArgument.IdOf("id", Zone),
                    .. design.Details.SelectMany((d, i) => new[]
                    {
                        PlanArgument.Of($"details[{i}].key", d.Key),
                        d.SecretRef is null ? PlanArgument.Of($"details[{i}].value", d.Value ?? "") : PlanArgument.SecretOf($"details[{i}].value", d.SecretRef),
                    }),
                ],
                ReadBack = ById("listZones", Zone, [.. design.Details.Where(d => d.SecretRef is null).Select(d =>
                    new PlanExpectation($"resourcedetails.{d.Key}", PlanArgument.Of(d.Key, d.Value ?? ""), Comparison.Exact, $"details/{d.Id}/value"))]),
                UndoNote = "Send the former details; a detail that is new cannot be removed.",
            };
        if (design.DedicatedTo?.Domain is { Length: > 0 } domain)
        {
            yield return Domains.Find(domain);
            yield return new PlanStep
            {
                Key = "zone/dedicate", Section = "Zone", Title = $"Zone for {domain}", DesignPath = "dedicatedTo", Command = "dedicateZone", IsAsync = true, After = [Zone, Domains.KeyOf(domain)],
                Arguments = [PlanArgument.IdOf("zoneid", Zone), PlanArgument.IdOf("domainid", Domains.KeyOf(domain)), .. Values(("account", design.DedicatedTo.Account))],
                Lookup = new PlanLookup("listDedicatedZones", [PlanArgument.IdOf("zoneid", Zone)], [PlanArgument.IdOf("zoneid", Zone)]),
                UndoNote = "releaseDedicatedZone.",
            };
        }
    }
}
