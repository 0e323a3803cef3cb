using System.Xml.Linq;
using Bunit;
using CloudNetPortal.Web.Features.Diagrams.Drawing;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

public sealed class HostDiagramTests : BunitContext
{
    [Fact]
    public void Drawing_HasOneTabStop_AndANameForEveryPart()
    {
        var view = Render<HostDiagram>(p => p.Add(d => d.Picture, HostScene.Of(4, 2).Picture));

        var parts = view.FindAll("svg.diagram .part");
        Assert.Single(parts, p => p.GetAttribute("tabindex") == "0");
        Assert.All(parts, p => Assert.NotEmpty(p.GetAttribute("aria-label")!));
        Assert.Contains(parts, p => p.GetAttribute("aria-label")!.StartsWith("Bridge cloudbr0, Management", StringComparison.Ordinal));
    }

    [Fact]
    public void Filter_ByTraffic_FadesWhatDoesNotCarryIt()
    {
        var view = Render<HostDiagram>(p => p.Add(d => d.Picture, HostScene.Of(4, 2).Picture));

        view.FindAll("button").First(b => b.TextContent.Contains("Management", StringComparison.Ordinal)).Click();

        Assert.Equal("0.3", Part(view, "Instances").GetAttribute("opacity"));
        Assert.Null(Part(view, "SSVM").GetAttribute("opacity"));
    }

    [Fact]
    public void Table_SaysTheSameAsTheDrawing()
    {
        var picture = HostScene.Of(4, 2).Picture;
        var view = Render<HostDiagram>(p => p.Add(d => d.Picture, picture));

        view.FindAll("button").First(b => b.TextContent == "Table").Click();

        Assert.Equal(picture.Legs.Count, view.FindAll("tbody tr").Count);
        Assert.Contains(picture.Legs, l => l is { Traffic: "Management", Nic: "eno1", Port: "sw-a1 Eth1/7" });
    }

    [Fact]
    public void Enter_OnAPart_OpensIt()
    {
        var opened = "";
        var view = Render<HostDiagram>(p => p.Add(d => d.Picture, HostScene.Of(1, 0).Picture).Add(d => d.OnOpen, key => opened = key));

        Part(view, "NIC eno1").KeyDown("Enter");

        Assert.Equal("if:eno1", opened);
    }

    [Fact]
    public async Task SvgFile_IsWellFormed_EscapesNames_AndNamesNoVariable()
    {
        var scene = HostScene.Of(2, 1);
        scene.Host.Name = "kvm<&\"17";
        var markup = await SvgFile.Markup(Services, NullLoggerFactory.Instance, HostDiagramLayout.Of(scene.Picture));

        var file = SvgFile.Fill(markup, SvgFile.Tokens("--text: light-dark(#111111, #EEEEEE);", dark: true));

        Assert.DoesNotContain("var(", file, StringComparison.Ordinal);
        Assert.Contains("#EEEEEE", file, StringComparison.Ordinal);
        var svg = XDocument.Parse(file);
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Contains(svg.Descendants(), e => e.Value == "kvm<&\"17");
    }

    private static AngleSharp.Dom.IElement Part(IRenderedComponent<HostDiagram> view, string name) => view.FindAll(".part").First(p => p.GetAttribute("aria-label")!.StartsWith(name, StringComparison.Ordinal));
}
