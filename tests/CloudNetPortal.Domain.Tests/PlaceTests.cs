namespace CloudNetPortal.Domain.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Assembly_IsTheOneUnderTest_HasItsName() => Assert.Equal("CloudNetPortal.Domain", System.Reflection.Assembly.Load("CloudNetPortal.Domain").GetName().Name);
}
