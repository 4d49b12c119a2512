using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Oversight.Documents;

namespace Oversight.Functions.Documents.Html;

/// <summary>Renders a document as one HTML file for screen and print. Equal documents give equal bytes.</summary>
public sealed class HtmlDocumentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public const string ContentType = "text/html; charset=utf-8";

    public async Task<byte[]> RenderAsync(Document document)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(DocumentHtml.Document)] = document });
            return (await renderer.RenderComponentAsync<DocumentHtml>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(html);
    }
}
