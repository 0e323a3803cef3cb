using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListHostTags : ListCommand<(string HostId, string Tag, long Number)>
{
    protected override IEnumerable<(string HostId, string Tag, long Number)> Rows(Call call) =>
        (from host in call.Cloud.Hosts.Present from tag in (host.Tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries) where Like(call.Filled("keyword"), tag) select (host.Id, tag)).Select((t, i) => (t.Id, t.tag, i + 1L));

    protected override JsonNode Show(Call call, (string HostId, string Tag, long Number) row) => Json.Of(("id", row.Number.ToString()), ("hostid", row.HostId), ("name", row.Tag), ("isimplicit", false));
}
