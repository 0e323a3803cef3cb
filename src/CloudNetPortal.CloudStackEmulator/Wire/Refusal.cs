namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>The cloud says no, with the number and text that the real server uses.</summary>
internal sealed class Refusal : Exception
{
    private Refusal(int code, int? cloudCode, string? text)
        : base(text)
    {
        Code = code;
        CloudCode = cloudCode;
        Text = text;
    }

    /// <summary>The HTTP status and <c>errorcode</c>.</summary>
    public int Code { get; }

    /// <summary>The <c>cserrorcode</c>; null where the server sends none.</summary>
    public int? CloudCode { get; }

    /// <summary>The text; null for an exception without a message.</summary>
    public string? Text { get; }

    public (string Id, string Description)[] Concerned { get; init; } = [];

    /// <summary>A parameter value the command's own logic does not take: 431/4350.</summary>
    public static Refusal Value(string text) => new(431, 4350, text);

    /// <summary>A state of the cloud in which the command cannot be done: 530/4250.</summary>
    public static Refusal State(string? text) => new(530, 4250, text);

    /// <summary>Refused by the command class itself: its own code with 9999.</summary>
    public static Refusal Command(int code, string text) => new(code, 9999, text);

    /// <summary>Not permitted now: 531/4365.</summary>
    public static Refusal Denied(string text) => new(531, 4365, text);

    /// <summary>An unsupported service: 530/4390.</summary>
    public static Refusal Unsupported(string text) => new(530, 4390, text);

    /// <summary>The same refusal, naming the objects that it is about.</summary>
    public static Refusal Concerning(Refusal refusal, params (string Id, string Description)[] objects) => new(refusal.Code, refusal.CloudCode, refusal.Text) { Concerned = objects };

    /// <summary>No or wrong credentials, or a command that does not exist here: 401 without a reason.</summary>
    public static Refusal Unauthorized() => new(401, null, "unable to verify user credentials and/or request signature");

    /// <summary>Any code, as a fault rule wants it.</summary>
    public static Refusal Of(int code, int? cloudCode, string text) => new(code, cloudCode, text);

    /// <summary>A bare code and text, as login gives them.</summary>
    public static Refusal Plain(int code, string text) => new(code, null, text);

    /// <summary>In a job only refused values and the command's own codes keep their number; everything else becomes 530.</summary>
    public int JobCode => CloudCode is 4350 or 9999 ? Code : 530;
}
