using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features;

/// <summary>Takes the sample data away in one step. What was pushed to practice clouds stays there.</summary>
internal sealed class RemoveSample(SampleScene scene, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, CancellationToken cancel = default)
    {
        if (!caller.MayAdminister())
            return new Forbidden("You cannot remove the sample data: that needs the role administrator.");
        try
        {
            await scene.Remove(caller.For(this), cancel);
        }
        catch (DbUpdateException refusal)
        {
            return new Refused($"Something of your own leans on the sample data: {refusal.GetBaseException().Message}. Take that away first.");
        }

        updates.Tell(Topic.Zones, Topic.Changes, Topic.Pushes, Topic.Catalogue);
        return null;
    }
}
