using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>
/// Answers with JSON. A version becomes the ETag <c>"v3"</c>, which a later change sends back in If-Match.
/// </summary>
public static class ApiResult
{
    public static string ETag(int version) => $"\"v{version}\"";

    public static IResult Json<T>(T value, int? version = null, int status = StatusCodes.Status200OK) =>
        new JsonAnswer<T>(value, version, status, null);

    public static IResult Created<T>(string location, T value, int version) =>
        new JsonAnswer<T>(value, version, StatusCodes.Status201Created, location);

    /// <summary>One page of a list.</summary>
    public static IResult List<T>(IReadOnlyList<T> items, string? nextPage = null) =>
        Json(new ListPage<T>(items, nextPage));

    private sealed class JsonAnswer<T>(T value, int? version, int status, string? location) : IResult,
        IStatusCodeHttpResult
    {
        public int? StatusCode => status;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (version is { } current)
                response.Headers.ETag = ETag(current);
            if (location is not null)
                response.Headers.Location = location;
            if (version is { } known && IsKnownToCaller(httpContext.Request, known))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.StatusCode = status;
            return response.WriteAsJsonAsync(
                value, StoredJson.Options, "application/json; charset=utf-8", httpContext.RequestAborted);
        }

        private bool IsKnownToCaller(HttpRequest request, int version) =>
            status == StatusCodes.Status200OK
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == ETag(version));
    }
}

/// <summary>A list as the API gives it: follow <see cref="NextPage"/> until it is null.</summary>
public sealed record ListPage<T>(
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextPage);
