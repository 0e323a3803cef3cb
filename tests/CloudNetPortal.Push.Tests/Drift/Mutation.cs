namespace CloudNetPortal.Push.Tests.Drift;

/// <summary>One change behind the portal's back, and where drift must show it.</summary>
/// <param name="Command">The API call.</param>
/// <param name="Arguments">Its arguments as <c>name=value</c>; <c>${key}</c> is the id of the object of that step.</param>
/// <param name="Found">Kind and path of each difference it makes: <c>Changed dns1</c>; an added object by its list, <c>Added pods</c>; a state with its field, <c>State pods/p1 allocationstate</c>.</param>
internal sealed record Mutation(string Command, string Arguments, params string[] Found)
{
    public override string ToString() => $"{Command} {Arguments}";
}
