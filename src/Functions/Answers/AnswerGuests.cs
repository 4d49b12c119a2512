using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Gate;

namespace Oversight.Functions.Answers;

/// <summary>
/// The browser of somebody with a svarslänk: an opaque cookie, and an actor that is the answer and no person.
/// </summary>
public sealed class AnswerGuests(AnswerSecrets secrets, Streams streams) : IGuests
{
    private const string Cookie = "svarslank";
    private const string Actor = "svar-";

    /// <summary>A secret has a length that nothing else in a cookie needs to have.</summary>
    private const int Longest = 64;

    public async Task<SignedInUser?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await SessionAsync(request, cancellation) is not { IsConfirmed: true } session
            || await streams.LoadAsync(AnswerStream.Kind, session.Answer,
                cancellation) is not { State.Answer: { } answer })
            return null;
        return UserOf(session.Answer, answer.Task.Board);
    }

    /// <summary>The actor of a link: the answer, and no person.</summary>
    public static SignedInUser UserOf(Id answer, BoardId board) =>
        new($"{Actor}{answer}", "Svarslänk", new HashSet<Role> { Role.Provider }, new HashSet<BoardId> { board });

    /// <summary>Whether or not the code has been given.</summary>
    public async Task<AnswerSession?> SessionAsync(HttpRequest request, CancellationToken cancellation) =>
        Read(request) is { } session ? await secrets.FindSessionAsync(session, cancellation) : null;

    /// <summary>The answer that a guest is there for; null for everybody else.</summary>
    public static Id? AnswerOf(SignedInUser user) =>
        user.UserId.StartsWith(Actor, StringComparison.Ordinal) && user.Roles.Contains(Role.Provider)
            && Id.TryParse(user.UserId[Actor.Length..], out var id) ? id : null;

    /// <summary>Lax: the link is followed from a mail. Kept to our pages of answers, and from scripts.</summary>
    public static void Give(HttpResponse response, string session) =>
        response.Cookies.Append(Cookie, session, Options(response));

    public async Task EndAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (Read(request) is { } session)
            await secrets.EndSessionAsync(session, cancellation);
        request.HttpContext.Response.Cookies.Delete(Cookie, Options(request.HttpContext.Response));
    }

    private static string? Read(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 and <= Longest } session ? session : null;

    private static CookieOptions Options(HttpResponse response) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = RequestOrigin.IsSecure(response.HttpContext.Request),
        Path = GuestAddresses.Root,
        IsEssential = true,
    };
}
