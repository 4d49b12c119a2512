using System.Text.Json.Nodes;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations;

/// <summary>Every operation for those who call the API, read from the table.</summary>
internal sealed class OperationApiDescription(
    IEnumerable<ISubject> subjects, IEnumerable<ICreation> creations, SettingsProvider settings, StockholmTime time) : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        .. subjects.SelectMany(subject => subject.All.Select(operation => Describe(subject, operation))),
        .. creations.Select(Describe),
    ];

    private FieldScene Scene => new(settings.Current.Settings, time.Today());

    private ApiOperation Describe(ICreation creation) => new(creation.ApiFunction, creation.Summary, null, creation.ApiAnswer)
    {
        Status = 201,
        RequestSchema = Schema(creation, Scene),
        RequestContentTypes = creation.Fields.OfType<FilesField>().Any() ? ["multipart/form-data"] : [],
        TakesKey = true,
        NeedsKey = creation.NeedsKey,
    };

    private ApiOperation Describe(ISubject subject, IOperation operation) => new(subject.ApiFunction, operation.Summary, null, subject.ApiAnswer)
    {
        OperationId = $"{subject.Name}_{operation.Name.Name.Replace('-', '_')}",
        Named = operation.Name.Name,
        Permission = operation.Permission,
        RequestSchema = Schema(operation, Scene),
        TakesVersion = true,
        TakesKey = true,
    };

    private static JsonObject Schema(IOperation operation, FieldScene scene)
    {
        var properties = new JsonObject();
        foreach (var field in operation.Fields)
        {
            var schema = field.Schema(scene);
            schema["description"] = field.Hint is null ? field.Label : $"{field.Label} {field.Hint}";
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
                [.. operation.Fields.Where(field => field is { Required: true, OptionalInCalls: false }).Select(field => JsonValue.Create(field.Name))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Numbers(IReadOnlyList<string> words) => new()
    {
        ["type"] = "object",
        ["description"] = "Svar på frågan om det som ser ut som ett personnummer, per fält.",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(words.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray(WordsField.RemoveNumbers, WordsField.OtherNumbers),
        }))),
    };
}
