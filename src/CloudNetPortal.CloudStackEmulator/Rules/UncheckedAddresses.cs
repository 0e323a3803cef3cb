using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>Comparisons that the server makes before anybody has looked whether a text is an address: fewer groups are taken, a group that is no number is not.</summary>
internal static class UncheckedAddresses
{
    public static bool Overlap(string start, string? end, string otherStart, string? otherEnd)
    {
        long s = Read(start), e = end is null ? s : Read(end), os = Read(otherStart), oe = otherEnd is null ? os : Read(otherEnd);
        return s == os || s == oe || e == os || e == oe || (s > os && s < oe) || (e > os && e < oe) || (os > s && os < e) || (oe > s && oe < e);
    }

    private static long Read(string text)
    {
        long result = 0;
        foreach (var group in VnetRules.SplitLikeJava(text, '.'))
            result = (result << 8) | (JavaNumber.TryRead(group, out var number) ? (long)number : throw Refusal.State("Incorrect number"));
        return result;
    }
}
