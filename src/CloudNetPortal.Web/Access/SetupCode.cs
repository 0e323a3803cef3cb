using System.Security.Cryptography;
using System.Text;

namespace CloudNetPortal.Web.Access;

/// <summary>Printed once in the server's log while there is no administrator, so that the first visitor does not own the portal.</summary>
internal sealed class SetupCode
{
    private readonly string code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4) + "-" + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4);

    public string Reveal() => code;

    public bool Is(string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(code));
}
