using Microsoft.AspNetCore.DataProtection;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Files are kept as they were brought, and encrypted: zone files hold passwords.</summary>
internal sealed class ImportEvidence(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CloudNetPortal.ImportFiles");

    public byte[] Seal(byte[] plain) => _protector.Protect(plain);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The portal's keys no longer open it.</exception>
    public byte[] Open(byte[] sealedBytes) => _protector.Unprotect(sealedBytes);
}
