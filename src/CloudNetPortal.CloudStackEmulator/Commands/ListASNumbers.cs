using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>One row for each AS number of a range; no network uses any.</summary>
internal sealed class ListASNumbers : ListCommand<(AsnRange Range, long Number)>
{
    protected override IEnumerable<(AsnRange Range, long Number)> Rows(Call call) =>
        from range in call.Cloud.AsnRanges.Present
        where Same(call.Row<Zone>("zoneid")?.Id, range.ZoneId) && Same(call.Row<AsnRange>("asnrangeid")?.Id, range.Id) && !call.Flag("isallocated")
        from offset in Enumerable.Range(0, (int)Math.Min(int.MaxValue, range.Last - range.First + 1))
        where call.Number("asnumber") is not { } wanted || wanted == range.First + offset
        select (range, range.First + offset);

    protected override JsonNode Show(Call call, (AsnRange Range, long Number) row) => Json.Of(
        ("id", NameUuid.Of(row.Range.Id + row.Number)), ("asnumber", row.Number), ("asnrangeid", row.Range.Id), ("asnrange", $"{row.Range.First}-{row.Range.Last}"), ("zoneid", row.Range.ZoneId),
        ("zonename", call.Cloud.Zones.Find(row.Range.ZoneId)?.Name), ("allocationstate", "Free"), ("created", ServerFacts.Date(row.Range.Created)));
}
