namespace CloudNetPortal.CloudStack.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Assembly_IsTheOneUnderTest_HasItsName() => Assert.Equal("CloudNetPortal.CloudStack", System.Reflection.Assembly.Load("CloudNetPortal.CloudStack").GetName().Name);
}
