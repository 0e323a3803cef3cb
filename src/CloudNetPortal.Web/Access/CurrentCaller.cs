using Microsoft.AspNetCore.Components.Authorization;

namespace CloudNetPortal.Web.Access;

/// <summary>Who sits at this circuit. Endpoints take <see cref="Caller.From"/> the request's user instead.</summary>
internal sealed class CurrentCaller(AuthenticationStateProvider state)
{
    public async Task<Caller> Get() => Caller.From((await state.GetAuthenticationStateAsync()).User);
}
