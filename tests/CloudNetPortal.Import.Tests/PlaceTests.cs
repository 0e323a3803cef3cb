namespace CloudNetPortal.Import.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Assembly_IsTheOneUnderTest_HasItsName() => Assert.Equal("CloudNetPortal.Import", System.Reflection.Assembly.Load("CloudNetPortal.Import").GetName().Name);
}
