namespace CloudNetPortal.Push.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Assembly_IsTheOneUnderTest_HasItsName() => Assert.Equal("CloudNetPortal.Push", System.Reflection.Assembly.Load("CloudNetPortal.Push").GetName().Name);
}
