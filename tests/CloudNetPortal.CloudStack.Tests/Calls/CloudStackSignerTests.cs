using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Tests.Calls;

/// <summary>The key pair is the example of the CloudStack developer guide; vector 1 is in the guide, the others were computed with the server's own algorithm.</summary>
public sealed class CloudStackSignerTests
{
    private const string Key = "plgWJfZK4gyS3mOMTVmjUVg-X-jlWlnfaUJ9GAbBbf9EdM-kAYMmAiLqzzq1ElZLYq_u38zCm0bewzGUdP66mg";
    private const string Secret = "VDaACYb0LV9eNjTetIOElcVQkvJck_J_QljX_FcHRj87ZKiy0z0ty0ZsYBkoXkY9b7eq1EhwJaw7FF3akA3KBQ";

    public static TheoryData<string, string, string> Vectors => new()
    {
        { "the guide's own", "command=listUsers|response=json", "TTpdDq/7j/J58XCRHomKoQXEQds=" },
        {
            "blanks, umlaut and everything Java escapes differently",
            "command=createZone|name=Zone A*~(test)!'+/ü|dns1=8.8.8.8|internaldns1=10.0.0.2|networktype=Advanced|response=json|signatureversion=3|expires=2026-01-02T03:04:05+0000",
            "yJUnHb7bf1McaIT8p/QeBqj1tOw="
        },
        { "names with brackets stay as they are", "command=updateZone|id=6c6b6ac2-6f0c-4a6c-9d39-0b2b6d0f2a11|details[0].key=portal.owner|details[0].value=net team|response=json", "OblJk6gE0mR9q21uEUC4HbofuOY=" },
        { "lower-case names", "command=createVlanIpRange|forvirtualnetwork=true|forsystemvms=false|response=json", "1WuYNqj9z0UWuOc1dWDQ/sx9bls=" },
        { "mixed-case names count as lower case", "command=createVlanIpRange|forVirtualNetwork=true|forSystemVms=false|response=json", "1WuYNqj9z0UWuOc1dWDQ/sx9bls=" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_KnownVector_GivesTheServersSignature(string why, string parameters, string signature)
    {
        var fields = parameters.Split('|').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        fields["apikey"] = Key;
        Assert.True(signature == CloudStackSigner.Sign(fields, Secret), why);
    }

    [Fact]
    public void TextToSign_SecondVector_IsSortedEncodedAndLowered()
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "Zone A*~(test)!'+/ü", ["apikey"] = Key, ["command"] = "createZone", ["dns1"] = "8.8.8.8", ["internaldns1"] = "10.0.0.2",
            ["networktype"] = "Advanced", ["response"] = "json", ["signatureversion"] = "3", ["expires"] = "2026-01-02T03:04:05+0000", ["signature"] = "not part of it",
        };
        Assert.Equal("apikey=" + Key.ToLowerInvariant() + "&command=createzone&dns1=8.8.8.8&expires=2026-01-02t03%3a04%3a05%2b0000&internaldns1=10.0.0.2"
            + "&name=zone%20a*%7e%28test%29%21%27%2b%2f%c3%bc&networktype=advanced&response=json&signatureversion=3", CloudStackSigner.TextToSign(fields));
    }
}
