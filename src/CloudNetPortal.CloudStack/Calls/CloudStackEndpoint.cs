namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Where a CloudStack answers and the key pair it knows us by. Its text form never holds the secret key.</summary>
/// <param name="Address">The API address, normally <c>http(s)://server:8080/client/api</c>.</param>
/// <param name="ApiKey">The public half of the key pair.</param>
/// <param name="SecretKey">The half that signs; it never leaves this process.</param>
public sealed record CloudStackEndpoint(Uri Address, string ApiKey, string SecretKey)
{
    /// <summary>The address and the first characters of the API key, fit for logs.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Path)} (key {ApiKey[..Math.Min(4, ApiKey.Length)]}…)";
}
