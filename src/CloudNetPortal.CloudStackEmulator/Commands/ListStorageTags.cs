using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListStorageTags : ListCommand<(string PoolId, string Tag, long Number)>
{
    protected override IEnumerable<(string PoolId, string Tag, long Number)> Rows(Call call) =>
        (from pool in call.Cloud.Pools.Present from tag in (pool.Tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries) where Like(call.Filled("keyword"), tag) select (pool.Id, tag)).Select((t, i) => (t.Id, t.tag, i + 1L));

    protected override JsonNode Show(Call call, (string PoolId, string Tag, long Number) row) => Json.Of(("id", row.Number.ToString()), ("poolid", row.PoolId), ("name", row.Tag));
}
