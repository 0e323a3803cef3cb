namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class Annotation : CloudObject
{
    public string EntityType { get; set; } = "";
    public string EntityId { get; set; } = "";
    public string EntityName { get; set; } = "";
    public string Text { get; set; } = "";
    public bool AdminsOnly { get; set; }
}
