
namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>The drawing of a host said in words: its title, each part's name for a screen reader, and the paragraph.</summary>
internal static class HostWords
{
    public static string Title(HostPicture picture)
    {
        var errors = picture.Problems.Count(p => p.IsError);
        return $"{picture.Device.Name}, logical and physical host" + (errors switch { 0 => "", 1 => ", 1 error", _ => $", {errors} errors" });
    }

    public static string Far(HostPart port) => port.Missing ? port.Lines[0] : $"{port.Group} {port.Name}";

    public static string Name(HostPart part)
    {
        var words = new List<string> { part.Layer switch
        {
            HostLayer.Machines => part.Name,
            HostLayer.Ports => part.Missing ? "Open end" : $"Port {part.Name} of {part.Group}",
            _ => $"{char.ToUpperInvariant(part.Kind[0])}{part.Kind[1..]} {part.Name}",
        } };
        if (part.Nics.Count > 0)
            words.Add(string.Join(", ", part.Nics.Select(n => $"{n.Name} {n.Traffic}")));
        else if (part.Traffic.Count > 0)
            words.Add(TrafficWords.List(part.Traffic));
        words.AddRange(part.Lines);
        if (part.Beside is not null)
            words.Add(part.Beside);
        words.AddRange(part.Problems.Select(p => $"{p.Word} {p.RuleId}: {p.Sentence}"));
        return string.Join(", ", words);
    }

    /// <summary>The paragraph under the drawing.</summary>
    public static string Paragraph(HostPicture picture)
    {
        var nics = picture.In(HostLayer.Nics).Count();
        var bonds = picture.In(HostLayer.Bonds).Count();
        var sentences = new List<string>
        {
            $"{picture.Device.Name} has {Count(nics, "NIC")}" + (bonds == 0 ? "." : $" and {Count(bonds, "bond")}."),
            picture.Sentence,
        };
        foreach (var label in picture.In(HostLayer.Labels).Where(p => p.Traffic.Count > 0))
        {
            var legs = picture.Legs.Where(l => label.Traffic.Contains(l.Traffic) && l.Nic != "none" && (l.Label == label.Name || l.Label.Split(',')[0].Trim() == label.Name)).ToList();
            var chain = legs.Select(l => l.Through).FirstOrDefault(t => t.Length > 0);
            sentences.Add(label.Missing
                ? $"{TrafficWords.List(label.Traffic)}: {label.Kind} {label.Name} is missing on this host."
                : legs.Count == 0 ? $"{TrafficWords.List(label.Traffic)}: {label.Name} has no uplink."
                : $"{TrafficWords.List(label.Traffic)}: {label.Name}{(chain is null ? "" : $" on {chain}")}, over {TrafficWords.List([.. legs.Select(l => l.Port.Length > 0 ? $"{l.Nic} to {l.Port} ({l.Vlans})" : $"{l.Nic} ({l.Cable})").Distinct()])}.");
        }
        sentences.AddRange(picture.Problems.Where(p => picture.In(HostLayer.Labels).All(l => !l.Missing || !l.Problems.Contains(p))).Select(p => $"{p.RuleId}: {p.Sentence}"));
        return string.Join(' ', sentences);
    }

    private static string Count(int n, string word) => n == 1 ? $"1 {word}" : $"{n} {word}s";
}
