using System.Xml.Linq;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Access;

/// <summary>Keeps data protection's keys in the database: a sign-in survives a restart, and every instance reads every other's cookies.</summary>
internal sealed class ProtectionKeys(IDbContextFactory<PortalDbContext> store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = store.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
