namespace CloudNetPortal.Journeys;

/// <summary>Somebody of a journey, as the administrator enters them on the page of people.</summary>
internal sealed record Person(string Name, string SignInName, IReadOnlyList<string> Roles, params IReadOnlyList<string> Teams)
{
    public const string Password = "twelve or more letters";

    /// <summary>Designs, and is an approver too, so that only four eyes stand between her and her own change.</summary>
    public static Person Designer { get; } = new("Dora Designer", "dora", ["Catalogue editor", "Zone designer", "Approver"], "network");

    public static Person Operator { get; } = new("Omar Operator", "omar", ["Operator"]);

    /// <summary>One for each team, by the team's key.</summary>
    public static IReadOnlyDictionary<string, Person> Approvers { get; } = new[]
    {
        new Person("Nils Network", "nils", ["Approver"], "network"), new Person("Cora Compute", "cora", ["Approver"], "compute"),
        new Person("Stan Storage", "stan", ["Approver"], "storage"), new Person("Sina Security", "sina", ["Approver"], "security"),
    }.ToDictionary(p => p.Teams[0]);
}
