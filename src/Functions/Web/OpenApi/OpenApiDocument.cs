using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>
/// The API's description (OpenAPI 3.1), made of the functions' triggers and what the capabilities tell about them.
/// </summary>
public sealed class OpenApiDocument
{
    private readonly SchemaWriter _schemas;
    private readonly ILookup<string, ApiOperation> _operations;

    public OpenApiDocument(IEnumerable<IApiDescription> descriptions)
    {
        List<IApiDescription> all = [.. descriptions];
        _schemas = new SchemaWriter(new ApiWords(all));
        _operations = all.SelectMany(description => description.Operations).ToLookup(
            operation => operation.Function, StringComparer.Ordinal);
        var paths = new JsonObject();
        foreach (var route in RouteTable.All.Where(route => route.IsApi))
        {
            foreach (var operation in _operations[route.Function].DefaultIfEmpty())
                AddPath(paths, route, operation);
        }

        var schemas = _schemas.ToJson();
        schemas["Problem"] = OpenApiParts.Problem();
        AddExamples(paths, name => schemas[name]);
        Root = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Uppföljning av vård och omsorg",
                ["version"] = "1",
                ["description"] =
                    "Anordnare, synpunkter, risk och årsplan. Fel följer RFC 9457 med en stabil kod i ”code”.",
                ["contact"] = new JsonObject { ["name"] = "Kommunens systemförvaltning för uppföljningen" },
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject
            {
                ["url"] = "https://{host}",
                ["description"] = "Kommunens system.",
                ["variables"] = new JsonObject
                {
                    ["host"] = new JsonObject
                    {
                        ["default"] = "localhost",
                        ["description"] = "Där kommunens system finns."
                    },
                },
            }),
            ["tags"] = Tags(paths),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["entra"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                        ["description"] = "Kommunens inloggning (Entra ID).",
                    },
                },
            },
        };
        Json = Root.ToJsonString(StoredJson.Options);
    }

    public string Json { get; }

    /// <summary>The functions that some capability has described.</summary>
    public IReadOnlyCollection<string> Described => [.. _operations.Select(described => described.Key)];

    internal JsonObject Root { get; }

    private void AddPath(JsonObject paths, FunctionRoute route, ApiOperation? operation)
    {
        var address = operation?.Named is { } name
            ? route.Path.Replace($"{{{ByOperationAttribute.Parameter}}}", name, StringComparison.Ordinal)
            : route.Path;
        var path = paths[address] as JsonObject ?? [];
        var methods = route.Methods.Where(method => method != "HEAD").ToList();
        foreach (var method in methods)
        {
            var described = Describe(route, operation);
            described["tags"] = new JsonArray(TagOf(address));
            if (methods.Count > 1)
                described["operationId"] = $"{described["operationId"]}_{method.ToLowerInvariant()}";
            path[method.ToLower(CultureInfo.InvariantCulture)] = described;
        }

        paths[address] = path;
    }

    /// <summary>What the calls are grouped by: the first word of the address that is not of the API itself.</summary>
    private static string TagOf(string address) =>
        address.Split('/', StringSplitOptions.RemoveEmptyEntries).First(part => part is not ("api" or "v1"))
            .Split('.')[0];

    private static JsonArray Tags(JsonObject paths) => new(
        [.. paths.Select(path => TagOf(path.Key)).Distinct().Order(StringComparer.Ordinal)
            .Select(tag =>
                new JsonObject { ["name"] = tag, ["description"] = OpenApiParts.TagWords.GetValueOrDefault(tag) })]);

    private JsonObject Describe(FunctionRoute route, ApiOperation? operation)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation?.OperationId ?? route.Function,
            ["summary"] = (operation?.Summary ?? route.Function).TrimEnd('.'),
            ["description"] = Explain(operation),
            ["security"] = new JsonArray(),
        };
        if (route.Access is not FunctionAccess.Open)
        {
            described["security"] = new JsonArray(new JsonObject { ["entra"] = new JsonArray() });
            described["x-permission"] =
                (operation?.Permission ?? (route.Access as FunctionAccess.Needs)?.Permission)?.ToString();
        }

        var parameters = new JsonArray(
        [
            .. route.Pattern.Parameters.Where(
                part => operation?.Named is null || part.Name != ByOperationAttribute.Parameter)
                .Select(OpenApiParts.Path),
            .. operation is null ? [] : Headers(operation),
        ]);
        if (parameters.Count > 0)
            described["parameters"] = parameters;
        var body = operation is null ? null : Body(operation);
        if (body is not null)
            described["requestBody"] = body;
        described["responses"] = Responses(operation, OpenApiParts.Refusals(
            route.Access is FunctionAccess.Open, body is not null, operation?.TakesVersion == true,
            operation?.TakesKey == true));
        return described;
    }

    /// <summary>How it is called, where that is the same for many.</summary>
    private static string Explain(ApiOperation? operation)
    {
        var text = operation?.Summary ?? "";
        if (operation?.TakesVersion == true)
            text += " Skicka If-Match med den ETag som läsningen gav; en annan version ger 409 med det som gäller nu.";
        if (operation?.TakesKey == true)
            text += " Med Idempotency-Key kan anropet sändas igen utan att göras två gånger.";
        return text;
    }

    private IEnumerable<JsonNode> Headers(ApiOperation operation)
    {
        foreach (var query in operation.Query)
        {
            var schema = _schemas.Inline(query.Type, ApiJson.Options);
            yield return OpenApiParts.Parameter(query.Name, "query", query.Required, schema, query.Description);
        }

        if (operation.TakesVersion)
            yield return OpenApiParts.Version();
        if (operation.TakesKey)
            yield return OpenApiParts.Key(operation.NeedsKey);
    }

    private JsonObject? Body(ApiOperation operation)
    {
        var content = new JsonObject();
        if (operation.Request is { } type)
            content["application/json"] = new JsonObject { ["schema"] = _schemas.Reference(type, ApiJson.Options) };
        else if (operation.RequestSchema is { } schema)
            content["application/json"] =
                new JsonObject { ["schema"] = schema, ["example"] = operation.RequestExample };
        foreach (var (contentType, other) in operation.OtherRequests)
            content[contentType] = new JsonObject { ["schema"] = other.DeepClone() };
        return content.Count > 0 ? new JsonObject { ["required"] = true, ["content"] = content } : null;
    }

    private JsonObject Responses(ApiOperation? operation, IEnumerable<(string Status, string Why)> refusals)
    {
        var success = new JsonObject { ["description"] = operation?.Status == 201 ? "Registrerat." : "Svaret." };
        if (operation?.Response is { } type)
            success["content"] = new JsonObject
            { ["application/json"] = new JsonObject { ["schema"] = _schemas.Reference(type, StoredJson.Options) } };
        else if (operation?.ResponseContentType is { } other)
            success["content"] = new JsonObject
            {
                [other] = new JsonObject
                {
                    ["schema"] = new JsonObject
                    { ["type"] = other.EndsWith("json", StringComparison.Ordinal) ? "object" : "string" }
                }
            };
        var responses = new JsonObject
        { [(operation?.Status ?? 200).ToString(CultureInfo.InvariantCulture)] = success };
        foreach (var (status, why) in refusals)
        {
            responses[status] = new JsonObject
            {
                ["description"] = why,
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject
                    { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
                },
            };
        }

        return responses;
    }

    /// <summary>An example beside every schema of JSON that has none of its own.</summary>
    private static void AddExamples(JsonNode? node, Func<string, JsonNode?> find)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (name == "application/json" && value is JsonObject media && media["example"] is null)
                media["example"] = ExampleWriter.Of(media["schema"], find);
            else
                AddExamples(value, find);
        }
    }
}
