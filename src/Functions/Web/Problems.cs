using Microsoft.AspNetCore.Http;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>
/// Answers the API's callers with problem details (RFC 9457): a stable code, a Swedish text and the fields it concerns.
/// </summary>
public static class Problems
{
    /// <summary>The rules said no (422).</summary>
    public static IResult From(IReadOnlyList<Refusal> refusals) =>
        new ProblemResult(StatusCodes.Status422UnprocessableEntity, refusals);

    /// <summary>One refusal with a status of its own.</summary>
    public static IResult From(int status, Refusal refusal) => new ProblemResult(status, [refusal]);

    /// <summary>Something that the system cannot do without does not answer (503).</summary>
    public static IResult Unavailable(Dependency away) =>
        new ProblemResult(StatusCodes.Status503ServiceUnavailable, [new Refusal(WebRefusals.Unavailable)])
        { Away = away };

    /// <summary>The request itself is wrong (400).</summary>
    public static IResult BadRequest(string code, string? field = null, params IReadOnlyList<string> arguments) =>
        From(StatusCodes.Status400BadRequest, new Refusal(code, field, arguments));

    public static IResult NotFound() => From(StatusCodes.Status404NotFound, new Refusal(WebRefusals.NotFound));

    public static IResult Forbidden() => From(StatusCodes.Status403Forbidden, new Refusal(WebRefusals.Forbidden));

    public static IResult NotSignedIn() =>
        From(StatusCodes.Status401Unauthorized, new Refusal(WebRefusals.NotSignedIn));

    /// <summary>
    /// Somebody else was first (409): what stands now goes with the answer, under <c>current</c> and <c>version</c>.
    /// </summary>
    public static IResult Conflict<T>(StreamHead head, T current) => new ProblemResult(
        StatusCodes.Status409Conflict, [new Refusal(WebRefusals.Conflict)])
    {
        Version = head.Version,
        Current = current,
    };

    /// <summary>The same key came before with another body (422).</summary>
    public static IResult KeyReused() =>
        From(StatusCodes.Status422UnprocessableEntity, new Refusal(WebRefusals.KeyReused));
}
