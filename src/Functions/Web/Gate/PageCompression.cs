using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Pages, style sheets and scripts are sent small. How long a compressed page is tells something of what stands in it
/// (BREACH), to whoever can have it asked for with words of their own: so no page is compressed that another site has
/// made the browser ask for, or that the browser says nothing about.
/// </summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : IResponseCompressionProvider
{
    private static readonly PathString Assets = "/assets";
    private readonly ResponseCompressionProvider _all = new(services, options);

    public bool CheckRequestAcceptsCompression(HttpContext context) =>
        (context.Request.Path.StartsWithSegments(Assets, StringComparison.Ordinal) || IsOwn(context.Request))
        && _all.CheckRequestAcceptsCompression(context);

    public ICompressionProvider? GetCompressionProvider(HttpContext context) => _all.GetCompressionProvider(context);

    public bool ShouldCompressResponse(HttpContext context) => _all.ShouldCompressResponse(context);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";

    /// <summary>Around everything that answers in the worker.</summary>
    internal sealed class Startup : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseResponseCompression();
            next(app);
        };
    }
}

internal static class PageCompressionServices
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        })
        .AddSingleton<IResponseCompressionProvider, PageCompression>()
        .AddTransient<IStartupFilter, PageCompression.Startup>();
}
