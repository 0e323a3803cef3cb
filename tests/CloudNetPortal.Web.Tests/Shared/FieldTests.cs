using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class FieldTests : BunitContext
{
    private static readonly RenderFragment<FieldContext> Input = field => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "id", field.Id);
        builder.AddAttribute(2, "aria-describedby", field.DescribedBy);
        builder.AddAttribute(3, "aria-invalid", field.Invalid);
        builder.CloseElement();
    };

    [Fact]
    public void Label_PointsToTheInput()
    {
        var field = Render<Field>(p => p.Add(f => f.Label, "Gateway").Add(f => f.ChildContent, Input));

        Assert.Equal(field.Find("input").Id, field.Find("label").GetAttribute("for"));
        Assert.False(field.Find("input").HasAttribute("aria-describedby"));
    }

    [Fact]
    public void Finding_UnderTheField_DescribesTheInput()
    {
        var field = Render<Field>(p => p.Add(f => f.Label, "Gateway").Add(f => f.Help, "Of the pod.").Add(f => f.ChildContent, Input)
            .Add(f => f.Findings, [new Finding { RuleId = "CNP1001", Severity = Severity.Error, Message = "300 is above 255." }]));

        var described = field.Find("input").GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find("#" + id).TextContent).ToArray();
        Assert.Contains("300 is above 255.", described[0], StringComparison.Ordinal);
        Assert.Equal("Of the pod.", described[1]);
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Warning_UnderTheField_DoesNotMakeItInvalid()
    {
        var field = Render<Field>(p => p.Add(f => f.Label, "Gateway").Add(f => f.ChildContent, Input)
            .Add(f => f.Findings, [new Finding { RuleId = "CNP1001", Severity = Severity.Warning, Message = "Unusual." }]));

        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
    }
}
