namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>The bridge that CloudStack makes on KVM for a VLAN: br, the uplink, a hyphen, the VLAN. Linux allows 15 characters (CNP3102).</summary>
public sealed record DerivedName(string Uplink, int Vlan)
{
    public const int Most = 15;

    public string Text => $"br{Uplink}-{Vlan}";

    public bool Fits => Text.Length <= Most;

    public string Says => Fits ? $"{Text} · {Text.Length} of {Most} characters" : $"{Text} has {Text.Length} characters, Linux allows {Most}: give {Uplink} a name of at most {Most - 3 - $"{Vlan}".Length} characters.";
}
