using System.Text.Json.Nodes;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>
/// What a capability tells about its API routes; the OpenAPI document is made of these and the functions' own triggers.
/// </summary>
public interface IApiDescription
{
    IEnumerable<ApiOperation> Operations { get; }

    /// <summary>What the properties of the answers mean, by <c>Type.property</c> or by the property alone.</summary>
    IReadOnlyDictionary<string, string> Words => new Dictionary<string, string>();
}

/// <summary>
/// One function under <c>api/</c>. Route and method are read from its trigger; this says what they mean.
/// </summary>
/// <param name="Function">The function's name: <c>Concerns_Report</c>.</param>
/// <param name="Summary">One Swedish sentence.</param>
/// <param name="Request">The type of the JSON body, when there is one.</param>
/// <param name="Response">The type of the answer's JSON, when there is one.</param>
public sealed record ApiOperation(string Function, string Summary, Type? Request = null, Type? Response = null)
{
    /// <summary>The status of the answer when all goes well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A body that is not JSON, by its content type: <c>text/csv</c>, <c>multipart/form-data</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> OtherRequests { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>Content type of an answer that is not JSON.</summary>
    public string? ResponseContentType { get; init; }

    public IReadOnlyList<ApiQuery> Query { get; init; } = [];

    /// <summary>Takes <c>If-Match</c>: a change against a version.</summary>
    public bool TakesVersion { get; init; }

    /// <summary>Takes <c>Idempotency-Key</c>.</summary>
    public bool TakesKey { get; init; }

    /// <summary>Refuses a call without it.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Unique in the whole description; null: the function's name.</summary>
    public string? OperationId { get; init; }

    /// <summary>Which operation this is, where one function takes many by name in its address.</summary>
    public string? Named { get; init; }

    /// <summary>Where the function's own mark does not say it.</summary>
    public Permission? Permission { get; init; }

    /// <summary>The body's schema where no type has it.</summary>
    public JsonObject? RequestSchema { get; init; }

    /// <summary>A body that is taken.</summary>
    public JsonObject? RequestExample { get; init; }
}

/// <summary>A query parameter.</summary>
public sealed record ApiQuery(string Name, string Description, Type Type, bool Required = false);
