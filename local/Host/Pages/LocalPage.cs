using System.Globalization;
using System.Net;
using System.Text;

namespace Oversight.Local.Host.Pages;

/// <summary>The few pages that only this host has: plain HTML, without script, readable by everybody.</summary>
internal static class LocalPage
{
    private const string Style = """
        :root{color-scheme:light}
        body{font-family:Inter,system-ui,sans-serif;line-height:1.5;color:#1e2b3c;background:#fff;margin:0}
        main{max-width:46rem;margin:0 auto;padding:1rem}
        a{color:#0a4f9e}
        h1{line-height:1.2}
        label{display:block;font-weight:500}
        .rad label{display:inline;font-weight:400}
        fieldset{border:1px solid #68707c;margin:1rem 0;padding:.5rem 1rem}
        input[type=text],input[type=date],input[type=time]{font:inherit;padding:.5rem;border:1px solid #68707c;max-width:100%;box-sizing:border-box}
        button{font:inherit;padding:.6rem 1rem;border:2px solid #0a4f9e;background:#0a4f9e;color:#fff;border-radius:.25rem;cursor:pointer}
        button[data-variant=secondary]{background:#fff;color:#0a4f9e}
        :focus-visible{outline:3px solid #1e2b3c;outline-offset:2px}
        .val{list-style:none;padding:0}.val li{margin:.5rem 0}
        .fel{border:2px solid #b3111b;padding:.5rem 1rem;margin:1rem 0}
        table{border-collapse:collapse}th,td{text-align:left;padding:.25rem 1rem .25rem 0;vertical-align:top}
        """;

    public static IResult Show(string title, string body, int status = StatusCodes.Status200OK) => new Html(
        $"""
        <!DOCTYPE html>
        <html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Text(title)} – lokal provmiljö</title><style>{Style}</style></head>
        <body><main><h1>{Text(title)}</h1>
        {body}
        </main></body></html>
        """,
        status);

    public static IResult SeeOther(string path) => new Redirection(path);

    public static IResult Problem(int status, string detail, string? code = null) => Results.Problem(
        statusCode: status, detail: detail, extensions: code is null ? null : new Dictionary<string, object?> { ["code"] = code });

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Hidden(string name, string value) => $"""<input type="hidden" name="{Text(name)}" value="{Text(value)}">""";

    public static string TextField(string name, string label, string value, string autocomplete) =>
        $"""<p><label for="{name}">{Text(label)}</label><input type="text" id="{name}" name="{name}" value="{Text(value)}" autocomplete="{autocomplete}"></p>""";

    public static string Checkboxes(string name, string legend, IReadOnlyList<(string Value, string Text)> choices)
    {
        var html = new StringBuilder($"<fieldset><legend>{Text(legend)}</legend>");
        foreach (var (value, text) in choices)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<div class="rad"><input type="checkbox" id="{name}-{value}" name="{name}" value="{value}"> <label for="{name}-{value}">{Text(text)}</label></div>""");
        }

        return html.Append("</fieldset>").ToString();
    }

    public static string Errors(IReadOnlyList<string> errors) => errors.Count == 0 ? "" :
        $"""<div class="fel" role="alert"><h2>Det gick inte</h2><ul>{string.Concat(errors.Select(error => $"<li>{Text(error)}</li>"))}</ul></div>""";

    private sealed record Redirection(string Path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Path;
            return Task.CompletedTask;
        }
    }

    private sealed record Html(string Content, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            return response.WriteAsync(Content);
        }
    }
}
