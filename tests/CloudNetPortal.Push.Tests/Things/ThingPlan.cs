using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Tests.Things;

/// <summary>Plans over things: a parent, children that refer to it, and a call on the parent at the end.</summary>
public static class ThingPlan
{
    public static Plan Of(params PlanStep[] steps) => new("things", new string('a', 64), null, steps);

    public static Plan Family => Of(Create("parent"), Start("child-1", "parent"), Create("child-2", "parent"), Update("parent", "colour", "green"));

    public static PlanStep Create(string name, string? parent = null, string command = "createThing") => new()
    {
        Key = name, Section = "Things", Title = $"Thing {name}", Command = command, IsAsync = command == "startThing", LongestSeconds = 1,
        Arguments = [PlanArgument.Of("name", name), PlanArgument.Of("size", "7"), .. parent is null ? [] : new[] { PlanArgument.IdOf("parentid", parent) }],
        After = parent is null ? [] : [parent],
        Lookup = new PlanLookup("listThings", [], [PlanArgument.Of("name", name)]),
        ReadBack = new PlanReadBack("listThings", [PlanArgument.IdOf("id", name)], [], [new PlanExpectation("name", PlanArgument.Of("", name)), new PlanExpectation("size", PlanArgument.Of("", "7"))]),
    };

    public static PlanStep Start(string name, string? parent = null) => Create(name, parent, "startThing");

    public static PlanStep Update(string of, string field, string value) => new()
    {
        Key = $"{of}/{field}", Section = "Things", Title = $"{field} of {of}", Command = "updateThing", LongestSeconds = 1,
        Arguments = [PlanArgument.IdOf("id", of), PlanArgument.Of(field, value)],
        After = [of],
        ReadBack = new PlanReadBack("listThings", [PlanArgument.IdOf("id", of)], [], [new PlanExpectation(field, PlanArgument.Of("", value))]),
    };

    public static PlanStep Remove(string name, string id, params string[] after) => new()
    {
        Key = $"{name}/remove", Section = "Things", Title = $"Remove thing {name}", Command = "deleteThing", LongestSeconds = 3, Action = PlanAction.Remove, After = after,
        Arguments = [PlanArgument.Of("id", id)], Lookup = new PlanLookup("listThings", [PlanArgument.Of("id", id)], []),
    };

    public static PlanStep Keep(string name, string id, string size = "7") => new()
    {
        Key = name, Section = "Things", Title = $"Thing {name}", Command = "listThings", Action = PlanAction.Keep, Arguments = [],
        Lookup = new PlanLookup("listThings", [PlanArgument.Of("id", id)], []), ReadBack = new PlanReadBack("listThings", [PlanArgument.Of("id", id)], [], [new PlanExpectation("size", PlanArgument.Of("", size))]),
    };

    public static PlanStep WaitFor(string name, string colour, int seconds = 5, int count = 1) => new()
    {
        Key = $"{name}/wait", Section = "Things", Title = $"{name} to be {colour}", Command = "listThings", Action = PlanAction.Wait, Arguments = [],
        Wait = new PlanWait($"{name} to be {colour}", "listThings", [], [PlanArgument.Of("name", name)], [new PlanExpectation("colour", PlanArgument.Of("", colour))], count, seconds),
    };
}
