using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CloudNetPortal.Web.Tests;

/// <summary>The component tests' own ground: rendering, events and the comparison of markup work with the packages at hand.</summary>
public sealed class ComponentRenderingTests : BunitContext
{
    [Fact]
    public void Click_OnAButton_RendersTheNewState()
    {
        var counter = Render<Counter>();
        counter.MarkupMatches("<button  type=\"button\">0</button>");

        counter.Find("button").Click();

        counter.MarkupMatches("<button type=\"button\">1</button>");
    }

    [Fact]
    public void MarkupMatches_WithOtherText_Throws() =>
        Assert.Throws<HtmlEqualException>(() => Render<Counter>().MarkupMatches("<button type=\"button\">7</button>"));

    private sealed class Counter : ComponentBase
    {
        private int _count;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "type", "button");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => _count++));
            builder.AddContent(3, _count);
            builder.CloseElement();
        }
    }
}
