using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies;

/// <summary>Reads the rows of one list command into the cloud. One class a list, named after it; found by base class.</summary>
internal abstract class ListReader
{
    public string List => char.ToLowerInvariant(GetType().Name[0]) + GetType().Name[1..^"Reader".Length];

    /// <summary>Readers run in this order: first what others refer to.</summary>
    public abstract int Order { get; }

    /// <summary>True where the server lists the newest row first.</summary>
    public virtual bool NewestFirst => false;

    /// <summary>Makes the object of the row, or null when this cloud keeps none for it.</summary>
    public abstract CloudObject? Read(CloudState cloud, ListedRow row);

    /// <summary>Called once when all rows of all lists are read.</summary>
    public virtual void Finish(CloudState cloud)
    {
    }

    protected static T Put<T>(Table<T> table, ListedRow row, T made) where T : CloudObject
    {
        var id = row.Need("id");
        if (id.Length == 0)
            return made;
        if (table.Find(id) is not null)
        {
            row.Wrong($"the id {id} occurs twice");
            return made;
        }
        made.Id = id;
        return table.Add(made, row.Created() ?? default);
    }
}
