namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>The steps for one part of a zone.</summary>
public abstract class PlanSection
{
    /// <summary>The steps, in order.</summary>
    public abstract IEnumerable<PlanStep> Steps(PlanContext context);

    /// <summary>Literal arguments; those without a value are left out, as CloudStack's own user interface does.</summary>
    protected static List<PlanArgument> Values(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var arguments = new List<PlanArgument>();
        foreach (var (name, value) in values)
            if (!string.IsNullOrEmpty(value))
                arguments.Add(PlanArgument.Of(name, value));
        return arguments;
    }

    /// <summary>Expectations for the values that were given; <paramref name="path"/> is put before each field's design name.</summary>
    protected static List<PlanExpectation> Expect(string path, params ReadOnlySpan<(string Field, string? Value, string Property, Comparison As)> values)
    {
        var expectations = new List<PlanExpectation>();
        foreach (var (field, value, property, comparison) in values)
            if (!string.IsNullOrEmpty(value) || comparison == Comparison.Absent)
                expectations.Add(new PlanExpectation(field, PlanArgument.Of(field, value ?? ""), comparison, path.Length == 0 ? property : $"{path}/{property}"));
        return expectations;
    }

    /// <summary>Reads the object of the step itself by its id.</summary>
    protected static PlanReadBack ById(string command, string step, List<PlanExpectation> expect) =>
        new(command, [PlanArgument.IdOf("id", step)], [PlanArgument.IdOf("id", step)], expect);

    /// <summary>True and false as CloudStack reads them: any other text counts as false there.</summary>
    protected static string Word(bool value) => value ? "true" : "false";

    /// <summary>VLAN of a range as it is sent: a number, or untagged.</summary>
    protected static string VlanOrUntagged(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || typed.Equals("untagged", StringComparison.OrdinalIgnoreCase) ? "untagged" : typed.Trim();
}
