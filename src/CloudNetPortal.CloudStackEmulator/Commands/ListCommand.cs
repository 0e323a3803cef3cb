using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A list: rows, filters, pages. <c>count</c> is the number of all matches; an empty list is an empty object.</summary>
internal abstract class ListCommand<T> : RowCommand
{
    /// <summary>The matches of the call, in the server's order.</summary>
    protected abstract IEnumerable<T> Rows(Call call);

    protected abstract JsonNode Show(Call call, T row);

    /// <summary>Some lists count only the page they return.</summary>
    protected virtual bool CountsThePage(Call call) => false;

    public override JsonObject Run(Call call)
    {
        var (skip, take) = Page(call);
        var rows = Rows(call).ToList();
        if (rows.Count == 0)
            return [];
        var page = rows.Skip(skip).Take(take).Select(r => ShownField.Apply(Show(call, r), (r as CloudObject)?.Shown)).ToArray();
        var answer = new JsonObject { ["count"] = CountsThePage(call) ? page.Length : rows.Count };
        if (page.Length > 0)
            answer[call.Contract.ObjectKey!] = new JsonArray(page);
        return answer;
    }

    public override JsonObject ShowRow(Call call, CloudObject row) => Show(call, (T)(object)row).AsObject();

    protected static bool Same(string? filter, string? value) => filter is null || filter.Equals(value, StringComparison.OrdinalIgnoreCase);

    protected static bool Like(string? keyword, params string?[] values) =>
        keyword is null || Array.Exists(values, v => v?.Contains(keyword, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>CS-008, CS-009, CS-010.</summary>
    private static (int Skip, int Take) Page(Call call)
    {
        int? page = call.Number("page"), size = call.Number("pagesize");
        var max = int.TryParse(call.Cloud.Setting("default.page.size"), out var limit) ? limit : 500;
        if (page is null && size is not null and not -1)
            throw Refusal.Command(431, "\"page\" parameter is required when \"pagesize\" is specified");
        if (size is null && page is not null)
            throw Refusal.Command(431, "\"pagesize\" parameter is required when \"page\" is specified");
        if (size > max && max != -1)
            throw Refusal.Value($"Page size can't exceed max allowed page size value: {max}");
        if (size == -1 && page is not null)
            throw Refusal.Value("Can't specify page parameter when pagesize is -1 (Unlimited)");
        if (size is null or -1)
            return (0, max == -1 ? int.MaxValue : max);
        return (Math.Max(0, (page!.Value - 1) * size.Value), size.Value);
    }
}
