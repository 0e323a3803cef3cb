namespace CloudNetPortal.Store.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Assembly_IsTheOneUnderTest_HasItsName() => Assert.Equal("CloudNetPortal.Store", System.Reflection.Assembly.Load("CloudNetPortal.Store").GetName().Name);
}
