namespace CloudNetPortal.CloudStackEmulator.Contract;

/// <summary>One command of the API as the server describes it to <c>listApis</c>.</summary>
internal sealed record CommandContract
{
    public required string Name { get; init; }

    /// <summary><c>list</c>, <c>sync</c>, <c>async</c> or <c>asynccreate</c>.</summary>
    public required string Kind { get; init; }

    public required string Envelope { get; init; }
    public string? ObjectKey { get; init; }
    public string HttpMethod { get; init; } = "POST";
    public string? Since { get; init; }

    /// <summary>The release whose source has it first; null for those that were there before 4.18.</summary>
    public string? FirstSeen { get; init; }
    public string? Related { get; init; }

    /// <summary>The name of the server's class, which <c>queryAsyncJobResult</c> tells as <c>cmd</c>.</summary>
    public string? Class { get; init; }

    public required IReadOnlyList<ParameterContract> Params { get; init; }
    public required IReadOnlyList<FieldContract> Response { get; init; }

    public bool IsAsync => Kind is "async" or "asynccreate";

    public bool IsList => Kind == "list";
}

internal sealed record ParameterContract
{
    public required string Name { get; init; }
    public required string Type { get; init; }

    /// <summary>The type of the entries of a list.</summary>
    public string? Of { get; init; }
    public bool Required { get; init; }
    public int Length { get; init; } = 255;
    public string? Since { get; init; }
    public string? FirstSeen { get; init; }
    public string? Related { get; init; }
    public bool Hidden { get; init; }

    /// <summary>The server's own name of the parameter, which some texts use.</summary>
    public string? Field { get; init; }
}

internal sealed record FieldContract(string Name, string? Type, IReadOnlyList<FieldContract>? Response);
