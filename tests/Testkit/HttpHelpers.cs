using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Oversight.Testkit;

public static class HttpHelpers
{
    public static Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields));

    /// <summary>The page, which must be there.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(
        this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(path);
        await response.ExpectAsync(expected);
        return await response.ReadPageAsync();
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>
    /// The form of a page, with what it already holds; <paramref name="selector"/> where a page has several, not
    /// counting those that are one button.
    /// </summary>
    public static async Task<FormPage> GetFormAsync(
        this HttpClient client, string path, string selector = "main form[method=post]:not(.inline-form)") =>
        FormPage.Of(client, await client.GetPageAsync(path), path, selector);

    /// <summary>Fails with what was answered, where the bare code would say little.</summary>
    public static async Task<HttpResponseMessage> ExpectAsync(
        this HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode == expected)
            return response;
        var body = await response.Content.ReadAsStringAsync();
        throw new InvalidOperationException(
            $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery} gav "
            + $"{(int)response.StatusCode}, "
            + $"väntade {(int)expected}. {(response.Headers.Location is { } to ? $"Location: {to}. " : "")}"
            + $"Svaret börjar:\n{body[..Math.Min(body.Length, 2000)]}");
    }
}
