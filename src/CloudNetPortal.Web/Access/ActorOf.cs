using CloudNetPortal.Store.Auditing;

namespace CloudNetPortal.Web.Access;

/// <summary>In whose name a use case writes.</summary>
internal static class ActorOf
{
    /// <summary>The actor for <c>db.As(…)</c>; the act is the name of the use case's class.</summary>
    public static Actor For(this Caller caller, object useCase) => new(caller.Id, caller.Name, useCase.GetType().Name);
}
