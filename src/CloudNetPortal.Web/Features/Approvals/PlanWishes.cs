using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>What a person decided about a plan.</summary>
/// <param name="Waves">Hosts in waves; null for all at once.</param>
/// <param name="OwnsImported">True when what was there before the portal is removed too once the design no longer has it.</param>
/// <param name="Owns">Ids of single objects that the portal is told to own.</param>
/// <param name="Answers">Which objects are meant, by step key; null for none of the candidates.</param>
public sealed record PlanWishes(PlanWaves? Waves, IReadOnlyDictionary<string, string?> Answers, bool OwnsImported, IReadOnlyList<string> Owns)
{
    public static PlanWishes None { get; } = new(null, new Dictionary<string, string?>(), false, []);

    /// <summary>What was decided for a stored plan.</summary>
    public static PlanWishes Of(Plan plan) => 
        new(plan.Options.Waves, plan.Questions.Where(q => q.IsAnswered).ToDictionary(q => q.Key, q => q.Answer), plan.Options.OwnsImported, plan.Options.Owns);
}
