using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.History;

/// <summary>Everything that was done, newest first, for auditors and administrators.</summary>
public sealed partial class AuditPage
{
    private const int PageSize = 100;
    private List<AuditRecord>? records;
    private string[] kinds = [];
    private string kind = "";
    private bool more;
    private Outcome? outcome;

    [Inject] internal HistoryQueries Queries { get; init; } = null!;

    [Inject] internal CurrentCaller Me { get; init; } = null!;

    protected override Task OnInitializedAsync() => Read();

    private Task Read() => Take(null);

    private Task Older() => Take(records![^1].Id);

    private async Task Take(long? before)
    {
        var answer = await Queries.Acts(await Me.Get(), new AuditFilter(kind.Length == 0 ? null : kind, Before: before, AtMost: PageSize));
        if (answer.Failed(out outcome))
            return;
        more = answer.Value.Count == PageSize;
        records = before is null ? answer.Value : [.. records!, .. answer.Value];
        kinds = [.. kinds.Union(records.Select(r => r.ObjectKind)).Order(StringComparer.Ordinal)];
    }
}
