namespace CloudNetPortal.Web.Shared;

/// <summary>Outcomes as REST answers: the one map to status codes.</summary>
internal static class OutcomeResults
{
    public static IResult ToHttp(this Outcome outcome) => Results.Problem(outcome.Sentence, statusCode: outcome switch
    {
        NotFound => StatusCodes.Status404NotFound,
        Stale => StatusCodes.Status409Conflict,
        Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status422UnprocessableEntity,
    }, title: outcome.GetType().Name);
}
