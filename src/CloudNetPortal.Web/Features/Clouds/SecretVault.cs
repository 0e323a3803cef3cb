using System.Security.Cryptography;
using System.Text;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>
/// Encrypts values on their way in and opens them for a call that needs them. Nothing else in the portal sees them in plain. Each use has keys of its own: a designer
/// may type any reference into a design, and one that names a cloud's key opens nothing there.
/// </summary>
internal sealed class SecretVault(IDbContextFactory<PortalDbContext> store, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Adds a secret to a context that the caller saves; returns its reference.</summary>
    public string Add(PortalDbContext db, SecretUse use, string purpose, string plain)
    {
        var reference = $"secret-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        db.Secrets.Add(new StoredSecret
        {
            Reference = reference, Purpose = purpose.Length > 200 ? purpose[..200] : purpose, Encrypted = For(use).Protect(Encoding.UTF8.GetBytes(plain)), CreatedAt = time.GetUtcNow(),
        });
        return reference;
    }

    /// <summary>The plain value.</summary>
    /// <exception cref="SecretNotReadableException">There is none under this reference, or the portal's keys no longer open it.</exception>
    public async Task<string> Open(SecretUse use, string reference, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var secret = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Reference == reference, cancel)
            ?? throw new SecretNotReadableException($"Secret {reference} was never given. Type it in again where it is used.");
        try
        {
            return Encoding.UTF8.GetString(For(use).Unprotect(secret.Encrypted));
        }
        catch (CryptographicException problem)
        {
            throw new SecretNotReadableException($"Secret {reference} ({secret.Purpose}) cannot be opened with the portal's keys. Type it in again where it is used.", problem);
        }
    }

    private IDataProtector For(SecretUse use) => protection.CreateProtector("CloudNetPortal.Secrets", use.ToString());
}

/// <summary>Where a secret is used.</summary>
internal enum SecretUse
{
    /// <summary>Signs the portal's own calls to a cloud.</summary>
    CloudKey,
    /// <summary>Named by a design and sent to the cloud: passwords of hosts, storage, vCenter.</summary>
    Design,
}

/// <summary>A secret is missing or cannot be opened; the message says what to do.</summary>
public sealed class SecretNotReadableException(string message, Exception? inner = null) : Exception(message, inner);
