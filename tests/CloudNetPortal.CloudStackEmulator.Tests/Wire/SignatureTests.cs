using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Tests.Wire;

/// <summary>The vectors use the example keys of the CloudStack developer guide.</summary>
public sealed class SignatureTests
{
    private const string Key = "plgWJfZK4gyS3mOMTVmjUVg-X-jlWlnfaUJ9GAbBbf9EdM-kAYMmAiLqzzq1ElZLYq_u38zCm0bewzGUdP66mg";
    private const string Secret = "VDaACYb0LV9eNjTetIOElcVQkvJck_J_QljX_FcHRj87ZKiy0z0ty0ZsYBkoXkY9b7eq1EhwJaw7FF3akA3KBQ";

    [Theory]
    [InlineData("TTpdDq/7j/J58XCRHomKoQXEQds=", "apikey", "command=listUsers", "response=json")]
    [InlineData("yJUnHb7bf1McaIT8p/QeBqj1tOw=", "apikey", "command=createZone", "name=Zone A*~(test)!'+/ü", "dns1=8.8.8.8", "internaldns1=10.0.0.2", "networktype=Advanced", "response=json",
        "signatureversion=3", "expires=2026-01-02T03:04:05+0000")]
    [InlineData("OblJk6gE0mR9q21uEUC4HbofuOY=", "apikey", "command=updateZone", "id=6c6b6ac2-6f0c-4a6c-9d39-0b2b6d0f2a11", "details[0].key=portal.owner", "details[0].value=net team", "response=json")]
    [InlineData("wxZ+ZzxTu+6e1wTwX1YWaiJxcro=", "apiKey", "command=createVlanIpRange", "forVirtualNetwork=true", "forsystemvms=false", "response=json")]
    [InlineData("1WuYNqj9z0UWuOc1dWDQ/sx9bls=", "apikey", "command=createVlanIpRange", "forvirtualnetwork=true", "forsystemvms=false", "response=json")]
    public void Signature_OfAKnownCall_IsTheServers(string expected, string keyName, params string[] parameters)
    {
        var sent = parameters.Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        sent[keyName] = Key;
        Assert.Equal(expected, Signature.Of(sent, Secret));
        Assert.True(Signature.Matches(sent, Secret, expected));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", true)]
    [InlineData("2026-01-02T03:04:05+00:00", true)]
    [InlineData("2026-01-02T03:04:05+0000", true)]
    [InlineData("2026-01-02T03:04:05.123Z", true)]
    [InlineData("2026-01-02T03:04:05", false)]
    [InlineData("tomorrow", false)]
    public void Expiry_InAForm_IsReadOrNot(string text, bool readable) => Assert.Equal(readable, Expiry.TryRead(text, out _));
}
