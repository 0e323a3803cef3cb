using System.Text.Json;

namespace CloudNetPortal.Push.Acting;

/// <summary>What a look at the cloud says about a step.</summary>
/// <param name="IsEffect">The whole effect of the step is there.</param>
/// <param name="Row">The object, where there is one.</param>
/// <param name="End">The step cannot go on: an operator must choose, or there is nothing to call on.</param>
internal readonly record struct Seen(bool IsEffect, JsonElement Row = default, StepReport? End = null)
{
    public static Seen Nothing => default;
}
