using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>What a CloudStack says of itself.</summary>
public sealed record Capabilities(ListedRow Row)
{
    /// <summary>The version, such as <c>4.23.0.0</c>.</summary>
    public string? Version => Row.Text("cloudstackversion");

    /// <summary>Whether calls are counted and refused beyond a rate.</summary>
    public long? CallsPerInterval => Row.Number("apilimitmax");

    /// <summary>Reads them.</summary>
    /// <exception cref="CallFailedException">They could not be read.</exception>
    public static async Task<Capabilities> ReadAsync(CloudStackClient client, CancellationToken cancel = default)
    {
        var answer = await client.CallAsync(ApiCall.Of("listCapabilities"), cancel);
        return answer switch
        {
            { Failure: { } failure } => throw new CallFailedException("listCapabilities", failure),
            { Objects: [var only, ..] } => new Capabilities(new ListedRow(only)),
            _ => new Capabilities(default(ListedRow)),
        };
    }
}
