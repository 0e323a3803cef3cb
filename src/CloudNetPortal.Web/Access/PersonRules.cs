using System.Text.RegularExpressions;

namespace CloudNetPortal.Web.Access;

/// <summary>What a sign-in name and a password must be like; each problem by a key, whose sentence is in <see cref="Sentence"/>.</summary>
internal static partial class PersonRules
{
    public const int ShortestPassword = 12;

    public static IEnumerable<string> ProblemsOf(string name, string displayName, string password)
    {
        if (!SignInName().IsMatch(People.Key(name)))
            yield return "name";
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > 100)
            yield return "display";
        if (password.Length < ShortestPassword)
            yield return "short";
        if (password.Length > 256)
            yield return "long";
    }

    public static string Sentence(string problem) => problem switch
    {
        "code" => "The set-up code is not the one in the server's log. A new one is written there at every start.",
        "exists" => "There is an administrator already; sign in instead.",
        "taken" => "Somebody else has this sign-in name.",
        "name" => "A sign-in name has 2 to 64 letters, digits, dots, hyphens, underscores or an @, and starts with a letter or digit.",
        "display" => "The full name is empty or longer than 100 characters.",
        "short" => $"The password is shorter than {ShortestPassword} characters.",
        "long" => "The password is longer than 256 characters.",
        _ => "Something in the form is not right.",
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9._@-]{1,63}$")]
    private static partial Regex SignInName();
}
