using System.Collections;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Features;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Access;

/// <summary>Every way into the portal, listed by the portal itself: what is not on a short list here asks who comes.</summary>
public sealed class DoorsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] OpenEndpoints =
        ["* /healthz", "* /readyz", "GET /_framework/blazor.web.js", "GET /error", "GET /setup", "GET /sign-in", "POST /error", "POST /setup", "POST /sign-in", "POST /sign-out"];

    [Fact]
    public void Endpoints_WithoutSignIn_AreTheShortList()
    {
        var open = portal.Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).SelectMany(Doors);

        Assert.Equal(string.Join('\n', OpenEndpoints), string.Join('\n', open.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Endpoints_OfThePortal_SendStrangersToTheSignIn()
    {
        var fallback = await portal.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.Contains(fallback!.Requirements, requirement => requirement is DenyAnonymousAuthorizationRequirement);

        using var browser = portal.Browser();
        foreach (var endpoint in portal.Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            using var request = new HttpRequestMessage(new HttpMethod(Methods(endpoint)[0] is "*" ? "GET" : Methods(endpoint)[0]), Address(endpoint));
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.AbsolutePath == PortalUrls.SignIn, $"{request.Method} {endpoint.RoutePattern.RawText}: {answer.StatusCode} {answer.Headers.Location}");
        }
    }

    [Fact]
    public void Pages_OfThePortal_SayWhoMaySeeThem()
    {
        // The router of a circuit knows no fallback policy: a page without a word on it would be shown to somebody whose sign-in ended meanwhile.
        var pages = typeof(PortalUrls).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();

        Assert.True(pages.Count > 20);
        Assert.DoesNotContain(pages, page => !page.GetCustomAttributes<AuthorizeAttribute>().Any() && !page.GetCustomAttributes<AllowAnonymousAttribute>().Any());
    }

    // No role is asked for: anybody signed in may read findings and the plan of a draft; the others are the sign-in itself and what the portal does at its start.
    private static readonly Type[] WithoutCaller = [typeof(SignIn), typeof(SignInStillHolds), typeof(CreateFirstAdministrator), typeof(JudgeZone), typeof(PlanDraft), typeof(ConfiguredClouds), typeof(FirstData)];

    // Who may depends on the object, which is looked up first: teams of a change, its authors, the team that owns a device.
    private static readonly Type[] AfterALook = [typeof(Approve), typeof(AskForChanges), typeof(Withdraw), typeof(SaveDevice), typeof(SaveInterface), typeof(PlanBridge), typeof(RemoveDevice)];

    [Fact]
    public void UseCases_WithoutACaller_AreTheShortList() =>
        Assert.Equal(WithoutCaller.Select(type => type.Name).Order(StringComparer.Ordinal),
            UseCases().Where(act => act.GetParameters().All(p => p.ParameterType != typeof(Caller))).Select(act => act.DeclaringType!.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task UseCases_ForSomebodyWithoutAnyRole_AreForbidden()
    {
        var nobody = new Caller(Guid.CreateVersion7(), "Nobody", new HashSet<string>(), new HashSet<string>());
        var acts = UseCases().Where(act => act.GetParameters().Any(p => p.ParameterType == typeof(Caller))).ToList();
        Assert.True(acts.Count > 25, $"{acts.Count} use cases");
        await using var scope = portal.Services.CreateAsyncScope();
        foreach (var act in acts)
        {
            var useCase = scope.ServiceProvider.GetRequiredService(act.DeclaringType!);
            var task = (Task)act.Invoke(useCase, [.. act.GetParameters().Select(p => p.ParameterType == typeof(Caller) ? nobody : Anything(p.ParameterType))])!;
            await task;
            var result = ((dynamic)task).Result;
            Outcome? outcome = result is Outcome said ? said : result?.GetType().GetProperty("Outcome")?.GetValue(result) as Outcome;

            Assert.True(outcome is Forbidden || outcome is NotFound && AfterALook.Contains(act.DeclaringType), $"{act.DeclaringType!.Name} answers {outcome?.ToString() ?? "nothing"}");
        }
    }

    private static IEnumerable<MethodInfo> UseCases() =>
        typeof(PortalUrls).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.Name == "Execute" && typeof(Task).IsAssignableFrom(method.ReturnType));

    private static object? Anything(Type type) =>
        type == typeof(string) ? "x"
        : type.IsValueType ? Activator.CreateInstance(type)
        : typeof(Delegate).IsAssignableFrom(type) ? null
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : type.IsClass && !type.IsAbstract && type != typeof(object) ? type.GetConstructor([]) is { } simple ? simple.Invoke([]) : RuntimeHelpers.GetUninitializedObject(type)
        : type == typeof(object) ? new object() : null;

    private static IEnumerable<string> Doors(RouteEndpoint endpoint) => Methods(endpoint).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}");

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];

    // An address that fits the pattern: a number or id where one is asked for, a word elsewhere.
    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => string.Join(',', parameter.ParameterPolicies.Select(policy => policy.Content)) switch { "int" => "1", "guid" => $"{Guid.Empty}", _ => "x" },
        _ => "x",
    }))));
}
