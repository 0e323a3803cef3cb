using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>Reads a whole list, page by page, until as many rows are there as CloudStack counts.</summary>
public static class Listing
{
    /// <summary>The page size asked for first; CloudStack's own default for the most it allows.</summary>
    public const int PageSize = 500;

    /// <summary>All rows of a list command under these filters. Absent filters are left out.</summary>
    /// <exception cref="CallFailedException">The list could not be read.</exception>
    public static Task<IReadOnlyList<ListedRow>> AllAsync(
        CloudStackClient client, string command, IEnumerable<(string Name, string? Value)> filters, CancellationToken cancel = default) => AllAsync(client, command, filters, () => { }, cancel);

    /// <summary>All rows of a list command under these filters, telling of every call for counting them.</summary>
    /// <exception cref="CallFailedException">The list could not be read.</exception>
    public static async Task<IReadOnlyList<ListedRow>> AllAsync(
        CloudStackClient client, string command, IEnumerable<(string Name, string? Value)> filters, Action called, CancellationToken cancel)
    {
        var wanted = filters.ToArray();
        var size = PageSize;
        List<ListedRow> rows = [];
        HashSet<string> seen = [];
        for (var page = 1; ;)
        {
            called();
            var answer = await client.CallAsync(ApiCall.Of(command, [.. wanted, ("page", $"{page}"), ("pagesize", $"{size}")]), cancel);
            if (answer.Failure is { } failure)
            {
                if (SmallerSize(failure, size) is not { } smaller || page > 1) throw new CallFailedException(command, failure);
                size = smaller;
                continue;
            }
            // A list that changes between two pages can show a row twice.
            foreach (var row in answer.Objects.Select(o => new ListedRow(o)))
                if (row.Text("id") is not { } id || seen.Add(id)) rows.Add(row);
            // "count" is the number of all matches; after filtering by permission fewer rows may come, so pages are counted and not rows.
            // Some lists know no pages and come whole.
            if (answer.Objects.Count == 0 || rows.Count >= (answer.Count ?? 0) || (long)page * size >= (answer.Count ?? 0)) return rows;
            page++;
        }
    }

    /// <summary>All rows of a list command, each turned into a value.</summary>
    /// <exception cref="CallFailedException">The list could not be read.</exception>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(
        CloudStackClient client, string command, IEnumerable<(string Name, string? Value)> filters, Func<ListedRow, T> read, CancellationToken cancel = default) =>
        [.. (await AllAsync(client, command, filters, cancel)).Select(read)];

    // "Page size can't exceed max allowed page size value: 500" names what the setting default.page.size allows here.
    private static int? SmallerSize(CallFailure failure, int size) =>
        failure.Kind == FailureKind.Refused && failure.Text.Contains("max allowed page size", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(failure.Text.Split(':')[^1].Trim(' ', '.'), out var allowed) && allowed > 0 && allowed < size ? allowed : null;
}
