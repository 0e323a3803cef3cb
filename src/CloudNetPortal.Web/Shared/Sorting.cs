namespace CloudNetPortal.Web.Shared;

/// <summary>By which column a list is sorted, as it stands in the address: <c>name</c>, or <c>-name</c> for the other way round.</summary>
public sealed record Sorting(string Column, bool Descending)
{
    public static Sorting From(string? text, string otherwise) => (text ?? otherwise) is var sort && sort.StartsWith('-') ? new(sort[1..], true) : new(sort, false);

    /// <summary>The sorting after a click on that column: a second click turns it round.</summary>
    public Sorting By(string column) => new(column, column == Column && !Descending);

    public override string ToString() => (Descending ? "-" : "") + Column;
}
