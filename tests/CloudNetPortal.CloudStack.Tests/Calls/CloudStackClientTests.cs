using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Tests.Calls;

public sealed class CloudStackClientTests
{
    [Fact]
    public async Task Call_AnyCommand_IsSignedPostWithLowerCaseNamesAndExpiry()
    {
        await using var server = await SmallServer.SayingAsync(200, """{"createzoneresponse":{"zone":{"id":"z1"}}}""");
        var answer = await server.Client().CallAsync(ApiCall.Of("createZone", ("securityGroupEnabled", "true"), ("domain", null)));
        var sent = Assert.Single(server.Received);
        Assert.Equal("z1", answer.Id);
        Assert.Equal("3", sent["signatureversion"]);
        Assert.EndsWith("Z", sent["expires"], StringComparison.Ordinal);
        Assert.Equal("true", sent["securitygroupenabled"]);
        Assert.DoesNotContain("domain", sent.Keys);
        Assert.All(sent.Keys, name => Assert.Equal(name.ToLowerInvariant(), name));
        Assert.Equal(CloudStackSigner.Sign(sent, "secret"), sent["signature"]);
        Assert.False(answer.IsPending);
    }

    [Theory]
    [InlineData(431, """{"createzoneresponse":{"uuidList":[],"errorcode":431,"cserrorcode":4350,"errortext":"A zone with that name already exists"}}""", FailureKind.Refused, 431, 4350, "A zone with that name already exists")]
    [InlineData(431, """{"listpodsresponse":{"uuidList":[],"errorcode":431,"cserrorcode":9999,"errortext":"Unable to execute API command listpods due to invalid value. Invalid parameter id value=x due to incorrect long value format, or entity does not exist or due to incorrect parameter annotation"}}""", FailureKind.Gone, 431, 9999, null)]
    [InlineData(401, """{"errorresponse":{"uuidList":[],"errorcode":401,"errortext":"unable to verify user credentials and/or request signature"}}""", FailureKind.Unauthorised, 401, null, "unable to verify user credentials and/or request signature")]
    [InlineData(530, """{"createpodresponse":{"uuidList":[],"errorcode":530,"cserrorcode":4250,"errortext":"Unable to persist IP address range"}}""", FailureKind.Refused, 530, 4250, "Unable to persist IP address range")]
    [InlineData(503, """{"createpodresponse":{"uuidList":[],"errorcode":503,"errortext":"Maintenance is in progress"}}""", FailureKind.Unavailable, 503, null, "Maintenance is in progress")]
    [InlineData(429, """{"listzonesresponse":{"errorcode":429,"errortext":"The given user has reached his/her account api limit"}}""", FailureKind.Unavailable, 429, null, null)]
    [InlineData(405, "Please use HTTP POST to authenticate using this API", FailureKind.Refused, 405, null, "Please use HTTP POST to authenticate using this API")]
    [InlineData(404, "<html><body>Not found</body></html>", FailureKind.Malformed, 404, null, null)]
    [InlineData(200, "<html><body>Welcome to the portal of Example</body></html>", FailureKind.Malformed, 200, null, null)]
    [InlineData(502, "<html><body>Bad gateway</body></html>", FailureKind.Unclear, 502, null, null)]
    [InlineData(504, "", FailureKind.Unclear, 504, null, null)]
    [InlineData(503, "<html><body>No server is available</body></html>", FailureKind.Unavailable, 503, null, null)]
    [InlineData(200, """{"createzoneresponse":{"zone":{"id":""", FailureKind.Unclear, 200, null, null)]
    [InlineData(200, "[]", FailureKind.Unclear, 200, null, null)]
    public async Task Call_AnswerOfTrouble_IsOneTypedFailure(int status, string body, FailureKind kind, int code, int? csCode, string? text)
    {
        await using var server = await SmallServer.SayingAsync(status, body);
        var failure = (await server.Client().CallAsync(ApiCall.Of("createZone"))).Failure;
        Assert.NotNull(failure);
        Assert.Equal((kind, code, csCode, false), (failure.Kind, failure.Code, failure.CsCode, failure.InJob));
        if (text is not null) Assert.Equal(text, failure.Text);
    }

    [Fact]
    public async Task Call_ServerAsksToWait_FailureSaysHowLong()
    {
        await using var server = await SmallServer.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = "7";
            return SmallServer.Say(context, 429, """{"listzonesresponse":{"errorcode":429,"errortext":"slow down"}}""");
        });
        var failure = (await server.Client().CallAsync(ApiCall.Of("listZones"))).Failure;
        Assert.Equal(TimeSpan.FromSeconds(7), failure?.RetryAfter);
    }

    [Fact]
    public async Task Call_NoAnswerInTime_IsUnclear()
    {
        await using var server = await SmallServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var answer = await server.Client().CallAsync(ApiCall.Of("createPod") with { TimeOut = TimeSpan.FromMilliseconds(150) });
        Assert.Equal(FailureKind.Unclear, answer.Failure?.Kind);
    }

    [Fact]
    public async Task Call_ConnectionReset_IsUnclearAndSentOnce()
    {
        await using var server = await SmallServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var answer = await server.Client().CallAsync(ApiCall.Of("createPod"));
        Assert.Equal(FailureKind.Unclear, answer.Failure?.Kind);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Call_NothingListens_IsUnavailable()
    {
        var server = await SmallServer.SayingAsync(200, "{}");
        var client = server.Client();
        await server.DisposeAsync();
        Assert.Equal(FailureKind.Unavailable, (await client.CallAsync(ApiCall.Of("listZones"))).Failure?.Kind);
    }

    [Fact]
    public async Task Call_CallerGivesUp_Throws()
    {
        await using var server = await SmallServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().CallAsync(ApiCall.Of("createPod"), cancel.Token));
    }

    [Fact]
    public async Task Call_RawControlCharactersAndLoneBackslash_AreRead()
    {
        await using var server = await SmallServer.SayingAsync(200, "{\"listzonesresponse\":{\"count\":1,\"zone\":[{\"id\":\"z\",\"name\":\"a\nb\tc \\x and \\u00e9 and \\\"q\\\"\"}]}}");
        var answer = await server.Client().CallAsync(ApiCall.Of("listZones"));
        Assert.Equal("a\nb\tc \\x and é and \"q\"", answer.Objects[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"listzonesresponse":{}}""", 0)]
    [InlineData("""{"listzonesresponse":{"count":2}}""", 0)]
    [InlineData("""{"listportableipresponse":{"count":2,"portableiprange":[{"id":"a"},{"id":"b"}]}}""", 2)]
    [InlineData("""{"addclusterresponse":{"count":1,"cluster":[{"id":"c"}]}}""", 1)]
    [InlineData("""{"createguestnetworkipv6prefixresponse":{"null":{"id":"p"}}}""", 1)]
    [InlineData("""{"deletezoneresponse":{"success":true}}""", 0)]
    [InlineData("""{"listcapabilitiesresponse":{"capability":{"cloudstackversion":"4.23"}}}""", 1)]
    public async Task Objects_EveryEnvelope_AreFound(string body, int count)
    {
        await using var server = await SmallServer.SayingAsync(200, body);
        Assert.Equal(count, (await server.Client().CallAsync(ApiCall.Of("anything"))).Objects.Count);
    }

    [Fact]
    public async Task Call_TextThatSignsDifferentlyThere_IsRefusedBeforeSending()
    {
        await using var server = await SmallServer.SayingAsync(200, "{}");
        await Assert.ThrowsAsync<ArgumentException>(() => server.Client().CallAsync(ApiCall.Of("createZone", ("name", "half " + (char)0xD800 + " of one"))));
        await Assert.ThrowsAsync<ArgumentException>(() => server.Client().CallAsync(ApiCall.Of("createZone", ("näme", "x"))));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Trace_CallWithSecrets_ShowsNoneOfThem()
    {
        List<CallTrace> traces = [];
        await using var server = await SmallServer.SayingAsync(200, """{"addhostresponse":{"count":1,"host":[{"id":"h"}]}}""");
        var client = server.Client(traces.Add, key: "PUBLIC-KEY-1", secret: "SECRET-KEY-1");
        await client.CallAsync(ApiCall.Of("addHost", ("username", "root"), ("password", "HOST-PASS"), ("url", "http://kvm-1"), ("zoneid", "z")));
        await client.CallAsync(ApiCall.Of("addImageStore", ("details[0].key", "secretkey"), ("details[0].value", "S3-SECRET"), ("details[1].key", "bucket"), ("details[1].value", "zone-1"),
            ("url", "cifs://filer/share?user=u&password=SMB-PASS&domain=d")));
        await client.CallAsync(ApiCall.Of("createStoragePool", ("url", "https://admin:POOL-PASS@array/vol")));
        var log = string.Join('\n', traces.Select(t => t.ToString())) + client.Endpoint;
        foreach (var secret in new[] { "HOST-PASS", "S3-SECRET", "SMB-PASS", "POOL-PASS", "SECRET-KEY-1", "PUBLIC-KEY-1", "signature" })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        Assert.Contains("details[1].value=zone-1", log, StringComparison.Ordinal);
        Assert.Contains("password=***", log, StringComparison.Ordinal);
    }
}
