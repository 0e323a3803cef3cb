using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Shared;

/// <summary>A finding's sentence, cut where it names the objects concerned.</summary>
public sealed record MessageParts(string Text, ObjectRef? Named)
{
    public static IEnumerable<MessageParts> Of(Finding finding)
    {
        var message = finding.Message;
        // Longer names first: "kvm-17 eno2" must not be cut by "kvm-17".
        var names = finding.Objects.Where(named => named.Name.Length > 0).OrderByDescending(named => named.Name.Length).ToList();
        for (var at = 0; at < message.Length;)
        {
            var next = names.Select(named => (Named: named, Index: IndexOfWord(message, named.Name, at))).Where(hit => hit.Index >= 0).OrderBy(hit => hit.Index).FirstOrDefault();
            if (next.Named is null)
            {
                yield return new(message[at..], null);
                yield break;
            }

            if (next.Index > at)
                yield return new(message[at..next.Index], null);
            yield return new(next.Named.Name, next.Named);
            at = next.Index + next.Named.Name.Length;
        }
    }

    private static int IndexOfWord(string message, string name, int from)
    {
        for (var at = message.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = message.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var beginsWord = at == 0 || !IsNameLetter(message[at - 1]);
            // A full stop or hyphen after the name ends it unless the name goes on behind: "kvm-1." is the end, "kvm-1.example" is not.
            var endsWord = end == message.Length || !IsNameLetter(message[end]) || (message[end] is '.' or '-' && (end + 1 == message.Length || !char.IsLetterOrDigit(message[end + 1])));
            if (beginsWord && endsWord)
                return at;
        }

        return -1;
    }

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
