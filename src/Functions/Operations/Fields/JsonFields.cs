using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations.Fields;

/// <summary>Reads the JSON body of an operation as the form it would have been. What is not known is refused, never dropped.</summary>
internal static class JsonFields
{
    /// <summary>Answers to the questions about what looks like a personnummer, by field.</summary>
    public const string PersonalNumbers = "personalNumbers";

    public static async Task<(FormState? Sent, IResult? Problem)> ReadAsync(
        HttpRequest request, IReadOnlyList<Field> fields, CancellationToken cancellation)
    {
        var body = await ApiRequest.ReadJsonAsync<JsonObject>(request, cancellation);
        if (!body.TryGet(out var json, out var problem))
            return (null, problem);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        return Fill(values, json, fields) is { } fault
            ? (null, Problems.From(StatusCodes.Status400BadRequest, fault))
            : (FormState.Of(values), null);
    }

    private static Refusal? Fill(Dictionary<string, IReadOnlyList<string>> values, JsonObject json, IReadOnlyList<Field> fields)
    {
        foreach (var (name, value) in json)
        {
            if (name.Equals(PersonalNumbers, StringComparison.OrdinalIgnoreCase))
            {
                if (FillNumbers(values, value, fields) is { } wrong)
                    return wrong;
                continue;
            }

            if (fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } field)
                return new Refusal(WebRefusals.UnknownProperty, name, ApiRequest.Shorten(name));
            if (value is null)
                continue;
            if (field.FromJson(value) is not { } read)
                return new Refusal(WebRefusals.ValueInvalid, field.Name, field.Name);
            values[field is LookupField ? LookupField.ChosenOf(field.Name) : field.Name] = [.. read.Select(text => TypedText.Clean(text))];
        }

        return null;
    }

    private static Refusal? FillNumbers(Dictionary<string, IReadOnlyList<string>> values, JsonNode? answers, IReadOnlyList<Field> fields)
    {
        if (answers is null)
            return null;
        if (answers is not JsonObject byField)
            return new Refusal(WebRefusals.ValueInvalid, PersonalNumbers, PersonalNumbers);
        foreach (var (name, answer) in byField)
        {
            var path = $"{PersonalNumbers}.{name}";
            if (!fields.OfType<WordsField>().Any(field => field.Name == name))
                return new Refusal(WebRefusals.UnknownProperty, path, ApiRequest.Shorten(path));
            if (answer is not null && answer.GetValueKind() != JsonValueKind.String)
                return new Refusal(WebRefusals.ValueInvalid, path, path);
            values[WordsField.NumbersOf(name)] = [TypedText.Clean(answer?.GetValue<string>() ?? "")];
        }

        return null;
    }
}
