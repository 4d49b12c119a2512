using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>The API's description (OpenAPI 3.1), made of the functions' triggers and what the capabilities tell about them.</summary>
public sealed class OpenApiDocument
{
    private static readonly string[] Answers = ["400", "401", "403", "404", "409", "413", "415", "422", "428", "503"];
    private readonly SchemaWriter _schemas = new();
    private readonly ILookup<string, ApiOperation> _operations;

    public OpenApiDocument(IEnumerable<IApiDescription> descriptions)
    {
        _operations = descriptions.SelectMany(description => description.Operations)
            .ToLookup(operation => operation.Function, StringComparer.Ordinal);
        var paths = new JsonObject();
        foreach (var route in RouteTable.All.Where(route => route.IsApi))
        {
            foreach (var operation in _operations[route.Function].DefaultIfEmpty())
                AddPath(paths, route, operation);
        }

        Json = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Uppföljning av vård och omsorg",
                ["version"] = "1",
                ["description"] = "Anordnare, synpunkter, risk och årsplan. Fel följer RFC 9457 med en stabil kod i ”code”.",
                ["contact"] = new JsonObject { ["name"] = "Kommunens systemförvaltning för uppföljningen" },
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject
            {
                ["url"] = "https://{host}",
                ["variables"] = new JsonObject
                {
                    ["host"] = new JsonObject { ["default"] = "localhost", ["description"] = "Där kommunens system finns." },
                },
            }),
            ["tags"] = Tags(paths),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = WithProblem(_schemas.ToJson()),
                ["securitySchemes"] = new JsonObject
                {
                    ["entra"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
                },
            },
        }.ToJsonString(StoredJson.Options);
    }

    public string Json { get; }

    /// <summary>The functions that some capability has described.</summary>
    public IReadOnlyCollection<string> Described => [.. _operations.Select(described => described.Key)];

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
        address.Split('/', StringSplitOptions.RemoveEmptyEntries).First(part => part is not ("api" or "v1")).Split('.')[0];

    private static JsonArray Tags(JsonObject paths) => new(
        [.. paths.Select(path => TagOf(path.Key)).Distinct().Order(StringComparer.Ordinal).Select(tag => new JsonObject { ["name"] = tag })]);

    private JsonObject Describe(FunctionRoute route, ApiOperation? operation)
    {
        var described = new JsonObject { ["operationId"] = operation?.OperationId ?? route.Function, ["summary"] = operation?.Summary ?? route.Function };
        described["description"] = Explain(operation);
        described["security"] = new JsonArray();
        if (route.Access is not FunctionAccess.Open)
        {
            described["security"] = new JsonArray(new JsonObject { ["entra"] = new JsonArray() });
            described["x-permission"] = (operation?.Permission ?? (route.Access as FunctionAccess.Needs)?.Permission)?.ToString();
        }

        var parameters = new JsonArray(
        [
            .. route.Pattern.Parameters.Where(part => operation?.Named is null || part.Name != ByOperationAttribute.Parameter).Select(Path),
            .. operation is null ? [] : Headers(operation),
        ]);
        if (parameters.Count > 0)
            described["parameters"] = parameters;
        if (operation is not null && Body(operation) is { } body)
            described["requestBody"] = body;
        described["responses"] = Responses(operation);
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

    private static JsonNode Path(RoutePatternParameterPart parameter) => Parameter(parameter.Name, "path", true, new JsonObject { ["type"] = "string" });

    private static IEnumerable<JsonNode> Headers(ApiOperation operation)
    {
        foreach (var query in operation.Query)
        {
            var parameter = Parameter(query.Name, "query", query.Required, SchemaWriter.Inline(query.Type, ApiJson.Options));
            parameter["description"] = query.Description;
            yield return parameter;
        }

        if (operation.TakesVersion)
            yield return Parameter("If-Match", "header", true, new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("\"v3\"") });
        if (operation.TakesKey)
            yield return Parameter("Idempotency-Key", "header", operation.NeedsKey, new JsonObject { ["type"] = "string", ["maxLength"] = 100 });
    }

    private static JsonObject Parameter(string name, string place, bool required, JsonNode schema) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };

    private JsonObject? Body(ApiOperation operation)
    {
        var content = new JsonObject();
        if (operation.Request is { } type)
            content["application/json"] = new JsonObject { ["schema"] = _schemas.Reference(type, ApiJson.Options) };
        else if (operation.RequestSchema is { } schema)
            content["application/json"] = new JsonObject { ["schema"] = schema };
        foreach (var contentType in operation.RequestContentTypes)
            content[contentType] = new JsonObject();
        return content.Count > 0 ? new JsonObject { ["required"] = true, ["content"] = content } : null;
    }

    private JsonObject Responses(ApiOperation? operation)
    {
        var success = new JsonObject { ["description"] = "Utfört" };
        if (operation?.Response is { } type)
            success["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = _schemas.Reference(type, StoredJson.Options) } };
        else if (operation?.ResponseContentType is { } other)
            success["content"] = new JsonObject { [other] = new JsonObject() };
        var responses = new JsonObject { [(operation?.Status ?? 200).ToString(CultureInfo.InvariantCulture)] = success };
        foreach (var status in Answers)
        {
            responses[status] = new JsonObject
            {
                ["description"] = "Nej, med skäl",
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
                },
            };
        }

        return responses;
    }

    private static JsonObject WithProblem(JsonObject schemas)
    {
        var text = new JsonObject { ["type"] = "string" };
        var reason = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["code"] = text.DeepClone(), ["message"] = text.DeepClone() },
        };
        schemas["Problem"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("type", "title", "status", "code"),
            ["properties"] = new JsonObject
            {
                ["type"] = text.DeepClone(),
                ["title"] = text.DeepClone(),
                ["status"] = new JsonObject { ["type"] = "integer" },
                ["code"] = text.DeepClone(),
                ["errors"] = new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = reason },
                },
                ["version"] = new JsonObject { ["type"] = "integer" },
                ["current"] = new JsonObject(),
            },
        };
        return schemas;
    }
}
