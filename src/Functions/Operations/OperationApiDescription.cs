using System.Text.Json.Nodes;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations;

/// <summary>Every operation for those who call the API, read from the table.</summary>
internal sealed class OperationApiDescription(
    IEnumerable<ISubject> subjects, IEnumerable<ICreation> creations, SettingsProvider settings, StockholmTime time)
    : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        .. subjects.Where(subject => subject.ApiFunction is not null)
            .SelectMany(subject => subject.All.Select(operation => Describe(subject, operation))),
        .. creations.Select(Describe),
    ];

    private FieldScene Scene => new(settings.Current.Settings, time.Today());

    private ApiOperation Describe(ICreation creation) =>
        new(creation.ApiFunction, creation.Summary, null, creation.ApiAnswer)
        {
            Status = 201,
            RequestSchema = Schema(creation, Scene),
            RequestExample = Example(creation, Scene),
            OtherRequests = Forms(creation, Scene),
            TakesKey = true,
            NeedsKey = creation.NeedsKey,
        };

    private ApiOperation Describe(ISubject subject, IOperation operation) =>
        new(subject.ApiFunction!, operation.Summary, null, subject.ApiAnswer)
        {
            OperationId = $"{subject.Name}_{operation.Name.Name.Replace('-', '_')}",
            Named = operation.Name.Name,
            Permission = operation.Permission,
            RequestSchema = Schema(operation, Scene),
            RequestExample = Example(operation, Scene),
            TakesVersion = true,
            TakesKey = true,
        };

    private static JsonObject Schema(IOperation operation, FieldScene scene)
    {
        var properties = new JsonObject();
        foreach (var field in operation.Fields)
        {
            var schema = field.Schema(scene);
            schema["description"] = Describe(field);
            properties[field.Name] = schema;
        }

        var words = operation.Fields.OfType<WordsField>().Select(field => field.Name).ToList();
        if (words.Count > 0)
            properties[CallFields.PersonalNumbers] = Numbers(words);
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray(
                [.. operation.Fields.Where(field => field is { Required: true, OptionalInCalls: false }
                    or { RequiredInCalls: true })
                    .Select(field => JsonValue.Create(field.Name))]),
            ["properties"] = properties,
        };
    }

    private static string Describe(Field field)
    {
        var label = field.Label.TrimEnd('.', '?', ':') + (field.Label.EndsWith('?') ? "?" : ".");
        return field.Hint is null ? label : $"{label} {field.Hint}";
    }

    /// <summary>What the form asks for, answered.</summary>
    private static JsonObject Example(IOperation operation, FieldScene scene) => new(operation.Fields
        .Where(field => field.Required || field.RequiredInCalls)
        .Select(field => KeyValuePair.Create(
            field.Name, field.Sample is { } sample
                ? JsonValue.Create(sample)
                : ExampleWriter.Of(field.Schema(scene), _ => null))));

    /// <summary>The same as a form, for files that are too large for JSON.</summary>
    private static Dictionary<string, JsonObject> Forms(IOperation operation, FieldScene scene)
    {
        var files = operation.Fields.OfType<FilesField>().ToList();
        if (files.Count == 0)
            return [];
        var schema = Schema(operation, scene);
        foreach (var field in files)
        {
            schema["properties"]![field.Name] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = Describe(field),
                ["items"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" },
            };
        }

        return new() { ["multipart/form-data"] = schema };
    }

    private static JsonObject Numbers(IReadOnlyList<string> words) => new()
    {
        ["type"] = "object",
        ["description"] = "Svar på frågan om det som ser ut som ett personnummer, per fält.",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(words.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject
        {
            ["type"] = "string",
            ["description"] = "remove tar bort det, other behåller det: det är ett annat nummer.",
            ["enum"] = new JsonArray(WordsField.RemoveNumbers, WordsField.OtherNumbers),
        }))),
    };
}
