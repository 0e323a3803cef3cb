using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using CloudNetPortal.Web.Features.Diagrams.Traces;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Tests.Features.Diagrams;

namespace CloudNetPortal.Web.Tests.Features.Findings;

/// <summary>Findings and waivers at their objects: icon and words, and the way to the finding and to its field.</summary>
public sealed class BadgeTests : BunitContext
{
    private static readonly Guid Zone = Guid.Parse("0199f0aa-0000-7000-8000-000000000001");

    [Fact]
    public void Badge_OfSeveral_SaysTheHeaviestAndHowManyMore()
    {
        var badge = Render<FindingBadge>(p => p.Add(b => b.Problems, [Problem("CNP6303", Severity.Warning), Problem("CNP5101", Severity.Error), Problem("CNP0104", Severity.Error) with { Status = FindingStatus.Waived }])).Find("a");

        Assert.Equal("CNP5101 and 2 more", badge.TextContent.Trim());
        Assert.Equal("Error CNP5101 and 2 other findings: CNP5101 says so.", badge.GetAttribute("aria-label"));
        Assert.Equal("/CNP5101", badge.GetAttribute("href"));
        Assert.NotNull(badge.QuerySelector("svg"));
    }

    [Fact]
    public void HostDrawing_MarksOpenAndWaivedFindings_AndLeadsToThem()
    {
        var scene = HostScene.Of(2, 1);
        foreach (var (port, status) in new[] { ("eno1", FindingStatus.Open), ("eno2", FindingStatus.Waived) })
            scene.Findings.Add(At($"devices/kvm-17/ports/{port}/mtu", port) with { Status = status });
        var picture = HostReader.Read(scene.Host, scene.Catalogue, scene.Zone, scene.Findings, f => "/to/" + f.Message);
        var view = Render<HostDiagram>(p => p.Add(d => d.Picture, picture));

        Assert.Equal(["Error CNP6201: eno1", "Waived CNP6201: eno2"], view.FindAll("a.pill").Select(a => a.GetAttribute("aria-label")).Order());
        Assert.Contains("/to/eno2", view.FindAll("a.pill").Select(a => a.GetAttribute("href")));
        // One tab stop in the drawing; with the keyboard the list below leads there.
        Assert.All(view.FindAll("a.pill"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Contains("/to/eno1", view.FindAll("ul.problems a").Select(a => a.GetAttribute("href")));
        Assert.EndsWith("1 error", view.Find("svg.diagram").GetAttribute("aria-label"), StringComparison.Ordinal);
        DiagramAssert.IsClean(HostDiagramLayout.Of(picture));
    }

    [Fact]
    public void Trace_MarksPorts_InDrawingAndTable()
    {
        var scene = HostScene.Of(2, 1);
        var trace = Trace.From(scene.Host.Interfaces.Find(i => i.Name == "eno1")!, scene.Catalogue, _ => scene.Zone).With((device, port) => (device, port) == ("sw-a1", "Eth1/7") ? [Problem("CNP5101", Severity.Error)] : []);
        DiagramAssert.IsClean(TraceLayout.Of(trace));
        var view = Render<TraceDiagram>(p => p.Add(t => t.Trace, trace));

        Assert.Equal("/CNP5101", Assert.Single(view.FindAll("a.pill")).GetAttribute("href"));
        Assert.Contains("sw-a1 Eth1/7", view.Find("ul.problems").TextContent, StringComparison.Ordinal);
        view.FindAll("button").First(b => b.TextContent == "Table").Click();
        Assert.Equal("/CNP5101", view.Find("tbody a.badge").GetAttribute("href"));
    }

    [Fact]
    public void Rack_MarksTheDeviceOnItsLowestUnitOnly()
    {
        var placed = new PlacedFindings([(new("kvm-17", "eno1", null), Problem("CNP6201", Severity.Warning)), (new("kvm-17", null, null), Problem("CNP0102", Severity.Error)), (new("other", null, null), Problem("CNP0101", Severity.Error))]);
        var rack = new RackView("A1", 4, 1, "ams", [new("kvm-17", "hypervisor", Domain.Catalogue.LifeCycle.Active, 2, 2, "front")]);

        var badge = Assert.Single(Render<RackTable>(p => p.Add(r => r.Rack, rack).Add(r => r.Findings, placed)).FindAll("a.badge"));

        Assert.Equal("CNP0102 and 1 more", badge.TextContent.Trim());
    }

    [Theory]
    [InlineData("devices/sw-b1/ports/Eth1/7/taggedVlans", "/devices/sw-b1/interfaces#f-devices/sw-b1/ports/Eth1/7/taggedVlans")]
    [InlineData("devices/kvm 1/position", "/devices/kvm%201/overview#f-devices/kvm%201/position")]
    [InlineData("pods/p1/gateway", "/zones/0199f0aa-0000-7000-8000-000000000001/pods#f-pods/p1/gateway")]
    public void Field_OfAFinding_IsOnItsPage(string path, string url) => Assert.Equal(url, FieldUrl.Of(Zone, At(path, "x")));

    [Fact]
    public void InterfaceForm_FieldsHaveThePlacesFindingsName()
    {
        var port = new Domain.Catalogue.Ports.Interface { Name = "Eth1/7", Kind = Domain.Catalogue.Ports.InterfaceKind.Physical, Mode = Domain.Catalogue.Ports.SwitchPortMode.Trunk };
        var form = Render<InterfaceForm>(p => p.Add(f => f.Draft, InterfaceDraft.Of(port)).Add(f => f.Port, port).Add(f => f.Place, "devices/sw-b1/ports/Eth1/7"));

        Assert.All((string[])["taggedVlans", "untaggedVlan", "mtu", "enabled", "purpose"], field => Assert.NotNull(form.Find($"[id='f-devices/sw-b1/ports/Eth1/7/{field}'] input")));
    }

    private static Finding At(string path, string message) => new() { RuleId = "CNP6201", Severity = Severity.Error, Path = path, Message = message };

    private static PartProblem Problem(string rule, Severity severity) => new(rule, severity, rule, $"{rule} says so.") { Url = "/" + rule };
}
