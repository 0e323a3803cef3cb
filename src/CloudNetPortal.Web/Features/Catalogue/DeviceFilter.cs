using CloudNetPortal.Domain.Catalogue;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>The state of the device list as it stands in the address.</summary>
public sealed record DeviceFilter(string? Search, string? Role, string? Rack, string? Status, string Sort, int Page)
{
    public const int PageSize = 50;

    public LifeCycle? LifeCycle => Enum.TryParse<LifeCycle>(Status, true, out var status) ? status : null;

    public bool IsEmpty => Search is null && Role is null && Rack is null && Status is null;

    /// <summary>The address of the list in this state; what is left at its default is left out.</summary>
    public string Url(string list) => list + Query();

    private string Query()
    {
        var parts = new (string Name, string? Value)[] { ("q", Search), ("role", Role), ("rack", Rack), ("status", Status), ("sort", Sort == "name" ? null : Sort), ("page", Page > 1 ? $"{Page}" : null) }
            .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
