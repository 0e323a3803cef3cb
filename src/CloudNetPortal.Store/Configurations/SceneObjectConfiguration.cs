using CloudNetPortal.Store.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CloudNetPortal.Store.Configurations;

internal sealed class SceneObjectConfiguration : IEntityTypeConfiguration<SceneObject>
{
    public void Configure(EntityTypeBuilder<SceneObject> builder)
    {
        builder.ToTable("scene_objects");
        builder.HasKey(item => new { item.Scene, item.Kind, item.ObjectId });
    }
}
