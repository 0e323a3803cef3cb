namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>What a comparison of a design with a snapshot gives.</summary>
internal sealed record ComparedZone(IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanProblem> Problems, IReadOnlyList<PlanQuestion> Questions, IReadOnlyList<PlanLeftAlone> LeftAlone);
