using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Oversight.Local.Host.Pages;

/// <summary>
/// The few pages that only this host has: plain HTML, without script, in the application's own style when it has one.
/// </summary>
internal static class LocalPage
{
    private static readonly HtmlEncoder Encoder =
        HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.GeneralPunctuation);

    public static IResult Show(string title, string body, int status = StatusCodes.Status200OK) =>
        new Html(title, body, status);

    public static IResult SeeOther(string path) => new Redirection(path);

    public static IResult Problem(int status, string detail, string? code = null) => Results.Problem(
        statusCode: status, detail: detail, extensions: code is null
            ? null
            : new Dictionary<string, object?> { ["code"] = code });

    public static string Text(string text) => Encoder.Encode(text);

    public static string Hidden(string name, string value) =>
        $"""<input type="hidden" name="{Text(name)}" value="{Text(value)}">""";

    public static string Field(string type, string name, string label, string value, string more) => $"""
        <div class="ds-field"><label class="ds-label" for="{name}">{Text(label)}</label><input class="ds-input field-width-md" type="{type}" id="{name}" name="{name}" value="{Text(value)}" {more}></div>
        """;

    public static string Checkboxes(string name, string legend, IEnumerable<(string Value, string Text)> choices)
    {
        var html = new StringBuilder(
            $"""<fieldset class="ds-fieldset"><legend class="ds-label">{Text(legend)}</legend>""");
        foreach (var (value, text) in choices)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<div class="ds-field"><input class="ds-input" type="checkbox" id="{name}-{Text(value)}" name="{name}" value="{Text(value)}"> <label for="{name}-{Text(value)}">{Text(text)}</label></div>""");
        }

        return html.Append("</fieldset>").ToString();
    }

    public static string Errors(IReadOnlyList<string> errors) => errors.Count == 0 ? "" :
        $"""<div class="ds-error-summary" role="alert"><h2>Det gick inte</h2><ul>{string.Concat(errors.Select(error => $"<li>{Text(error)}</li>"))}</ul></div>""";

    private sealed record Redirection(string Path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Path;
            return Task.CompletedTask;
        }
    }

    private sealed record Html(string Title, string Body, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";
            return response.WriteAsync($"""
                <!DOCTYPE html>
                <html lang="sv" data-color-scheme="light" data-size="sm">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Text(Title)} – lokal provmiljö</title>{LocalStyle.Links}</head>
                <body>
                <header class="site-head"><div class="site-head-inner"><a class="site-name" href="/"><span class="site-municipality">Lokal provmiljö</span><span class="site-title">Uppföljning</span></a></div></header>
                <main class="site-main"><div class="page-head"><h1>{Text(Title)}</h1></div>
                {Body}
                </main>
                </body></html>
                """);
        }
    }
}
