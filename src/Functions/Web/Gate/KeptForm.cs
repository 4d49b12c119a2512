using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// A posted form that could not be handed on, because nobody is signed in any more or something is away: the answer is
/// a page that holds what was typed, so that it can be sent again. Nothing is kept on our side.
/// </summary>
internal static class KeptForm
{
    /// <summary>Null where the request is no form that can be read.</summary>
    public static async Task<IResult?> AnswerAsync(
        HttpContext http, int status, string title, string text, string? signIn = null)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || request.IsApi() || !request.HasFormContentType)
            return null;
        try
        {
            var form = await FormState.ReadAsync(request, http.RequestAborted);
            return Pages.Show<ResendPage>(
                new
                {
                    Title = title,
                    Text = text,
                    Action = request.Path + request.QueryString.ToUriComponent(),
                    Values = form.Pairs,
                    form.HasFiles,
                    SignInHref = signIn,
                },
                status);
        }
        catch (RequestRefusedException)
        {
            return null;
        }
    }
}
