using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class MessagePartsTests
{
    [Theory]
    [InlineData("kvm-1 and kvm-17 differ.", "kvm-1", "[kvm-1] and kvm-17 differ.")]
    [InlineData("It fails on kvm-1.", "kvm-1", "It fails on [kvm-1].")]
    [InlineData("kvm-1.example is another.", "kvm-1", "kvm-1.example is another.")]
    [InlineData("sw-b1 Eth1/7 of sw-b1", "sw-b1|sw-b1 Eth1/7", "[sw-b1 Eth1/7] of [sw-b1]")]
    [InlineData("nothing named", "", "nothing named")]
    public void Of_Message_CutsAtWholeNamesOnly(string message, string names, string expected)
    {
        var finding = new Finding { RuleId = "CNP0001", Severity = Severity.Error, Message = message, Objects = [.. names.Split('|').Select(name => new ObjectRef("host", name))] };

        Assert.Equal(expected, string.Concat(MessageParts.Of(finding).Select(part => part.Named is null ? part.Text : $"[{part.Text}]")));
    }
}
