using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web;

namespace Oversight.Functions.Operations.Fields;

/// <summary>
/// Reads the body of a call as the form it would have been: JSON, or a real form where there are files. What is not
/// known is refused, never dropped.
/// </summary>
public static class CallFields
{
    /// <summary>Answers to the questions about what looks like a personnummer, by field.</summary>
    public const string PersonalNumbers = "personalNumbers";

    public static async Task<(FormState? Sent, IResult? Problem)> ReadAsync(
        HttpRequest request, IReadOnlyList<Field> fields, CancellationToken cancellation)
    {
        if (request.HasFormContentType && fields.OfType<FilesField>().Any())
            return (Renamed(await FormState.ReadAsync(request, cancellation), fields), null);
        var body = await ApiRequest.ReadJsonAsync<JsonObject>(request, cancellation);
        if (!body.TryGet(out var json, out var problem))
            return (null, problem);
        var (sent, fault) = Read(json, fields);
        return (sent, fault is null ? null : Problems.From(StatusCodes.Status400BadRequest, fault));
    }

    /// <summary>The form, or the first thing that is not as it should be.</summary>
    public static (FormState? Sent, Refusal? Fault) Read(JsonObject json, IReadOnlyList<Field> fields)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var files = new FormFileCollection();
        return Fill(values, files, json, fields) is { } fault ? (null, fault) : (FormState.Of(values, files), null);
    }

    private static Refusal? Fill(
        Dictionary<string, IReadOnlyList<string>> values, FormFileCollection files, JsonObject json,
        IReadOnlyList<Field> fields)
    {
        foreach (var (name, value) in json)
        {
            if (name.Equals(PersonalNumbers, StringComparison.OrdinalIgnoreCase))
            {
                if (FillNumbers(values, value, fields) is { } wrong)
                    return wrong;
                continue;
            }

            if (fields.FirstOrDefault(
                field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } field)
                return new Refusal(WebRefusals.UnknownProperty, name, ApiRequest.Shorten(name));
            if (value is null)
                continue;
            if (field is FilesField several && several.FilesFromJson(value) is { } sent)
                files.AddRange(sent);
            else if (field.FromJson(value) is { } read)
                values[NameOf(field)] = [.. read.Select(text => TypedText.Clean(text))];
            else
                return new Refusal(WebRefusals.ValueInvalid, field.Name, field.Name);
        }

        return fields.FirstOrDefault(field => field.RequiredInCalls && !values.ContainsKey(field.Name)) is { } unsaid
            ? new Refusal(WebRefusals.PropertyMissing, unsaid.Name, unsaid.Name)
            : null;
    }

    private static Refusal? FillNumbers(
        Dictionary<string, IReadOnlyList<string>> values, JsonNode? answers, IReadOnlyList<Field> fields)
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

    /// <summary>
    /// A form of a caller has the names of JSON: a lookup is an id, answers about personnummer stand under one name.
    /// </summary>
    private static FormState Renamed(FormState form, IReadOnlyList<Field> fields)
    {
        var values = fields.Where(field => form.Has(field.Name))
            .ToDictionary(NameOf, field => form.All(field.Name), StringComparer.Ordinal);
        foreach (var words in fields.OfType<WordsField>().Where(words => form.Has($"{PersonalNumbers}.{words.Name}")))
            values[WordsField.NumbersOf(words.Name)] = form.All($"{PersonalNumbers}.{words.Name}");
        var files = new FormFileCollection();
        files.AddRange(fields.OfType<FilesField>().SelectMany(field => form.Files(field.Name)));
        return FormState.Of(values, files);
    }

    private static string NameOf(Field field) => field is LookupField ? LookupField.ChosenOf(field.Name) : field.Name;
}
